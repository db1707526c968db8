package dev.pupitre.page;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a Page.
 *
 * @param reason one plain sentence
 * @param permission the one that is missing, where it is that
 */
record PageProblem(
        Kind kind, String reason, Remedy remedy, @Nullable String permission) {
    PageProblem(Kind kind, String reason, Remedy remedy) {
        this(kind, reason, remedy, null);
    }

    static PageProblem missing(String permission) {
        return new PageProblem(Kind.PERMISSION_MISSING, Permission.sentence(permission), Remedy.RECONNECT, permission);
    }

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
