package dev.pupitre.page;

/**
 * What is wrong with a Page.
 *
 * @param reason one plain sentence
 */
record PageProblem(Kind kind, String reason, Remedy remedy) {
    /** What it is. */
    enum Kind {
        TOKEN_INVALID,
        TOKEN_EXPIRING,
        PERMISSION_MISSING,
        FIELDS_MISSING,
        HELD,
        RESTRICTED,
        UNREACHABLE
    }

    /** The one thing that mends it. */
    enum Remedy {
        RECONNECT,
        RESUBSCRIBE,
        CHECK,
        WAIT
    }
}
