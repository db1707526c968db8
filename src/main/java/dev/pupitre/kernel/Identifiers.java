package dev.pupitre.kernel;

/** What every identifier has to look like, so that it fits a URL, a correlation key and a document key. */
final class Identifiers {
    /** Camunda on a relational secondary storage takes correlation keys of at most 256 characters. */
    private static final int MAX_LENGTH = 128;

    private Identifiers() {}

    static void requireWellFormed(String type, String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "Expected a %s of 1 to %d characters, but got %d".formatted(type, MAX_LENGTH, value.length()));
        }
    }
}
