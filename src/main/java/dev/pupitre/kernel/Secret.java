package dev.pupitre.kernel;

/** A value that must not reach a log, a screen or an exception's text. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
