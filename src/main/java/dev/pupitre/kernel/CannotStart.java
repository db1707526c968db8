package dev.pupitre.kernel;

import org.jspecify.annotations.Nullable;

/** Pupitre cannot start here; the message is the one sentence the person who started it reads. */
public class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        this(message, null);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
