package dev.pupitre.rules;

/** What a cell may name. */
record Choice(String value, String label) {
    static Choice of(String value) {
        return new Choice(value, value);
    }
}
