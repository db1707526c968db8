package dev.pupitre.kernel;

/** Something was asked for that does not exist; answered 404. */
public abstract class NotFound extends RuntimeException {
    protected NotFound(String message) {
        super(message);
    }
}
