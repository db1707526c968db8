package dev.pupitre.engine;

/** The engine did not take a command in the time given; nothing is lost, the caller tries again later. */
public class EngineUnavailable extends RuntimeException {
    public EngineUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
