package dev.pupitre.page;

import dev.pupitre.graph.TokenProblem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a Page.
 *
 * @param reason one plain sentence
 * @param permission the one that is missing, where it is that
 * @param code by which screens know the reason; none where they know it by the rest
 */
record PageProblem(
        Kind kind,
        String reason,
        Remedy remedy,
        @Nullable String permission,
        @Nullable String code) {
    PageProblem(Kind kind, String reason, Remedy remedy) {
        this(
                kind,
                reason,
                remedy,
                null,
                TokenProblem.told(reason).map(Enum::name).orElse(null));
    }

    static PageProblem missing(String permission) {
        return new PageProblem(
                Kind.PERMISSION_MISSING, Permission.sentence(permission), Remedy.RECONNECT, permission, null);
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
