package dev.pupitre.kernel;

/** A command that the present state does not allow; answered 409. */
public abstract class Conflict extends RuntimeException {
    protected Conflict(String message) {
        super(message);
    }
}
