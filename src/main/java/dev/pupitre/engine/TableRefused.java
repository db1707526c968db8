package dev.pupitre.engine;

import org.jspecify.annotations.Nullable;

/** A table that the engine cannot work with; the message is the engine's own. */
public class TableRefused extends RuntimeException {
    TableRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
