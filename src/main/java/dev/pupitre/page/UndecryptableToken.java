package dev.pupitre.page;

/** A stored token that none of the keys opens. */
class UndecryptableToken extends RuntimeException {
    UndecryptableToken(String message) {
        super(message);
    }
}
