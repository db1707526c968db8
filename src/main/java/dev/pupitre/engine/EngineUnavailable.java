package dev.pupitre.engine;

import org.jspecify.annotations.Nullable;

/** The engine did not take a command in the time given; nothing is lost, the caller tries again later. */
public class EngineUnavailable extends RuntimeException {
    EngineUnavailable(String message) {
        this(message, null);
    }

    EngineUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
