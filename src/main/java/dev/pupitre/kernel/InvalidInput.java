package dev.pupitre.kernel;

/** A value that cannot be accepted, with the field it came in; answered 400. */
public class InvalidInput extends RuntimeException {
    private final String field;

    public InvalidInput(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
