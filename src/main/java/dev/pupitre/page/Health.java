package dev.pupitre.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when Meta was last asked about a Page's token and webhook fields.
 *
 * @param tokenProblem why the token cannot be used, in plain words
 * @param unreachable why Meta could not be asked
 */
record Health(
        Instant checkedAt,
        TokenState tokenState,
        @Nullable String tokenProblem,
        @Nullable Instant tokenExpiresAt,
        @Nullable Instant dataAccessExpiresAt,
        List<String> scopes,
        List<String> missingPermissions,
        List<String> subscribedFields,
        List<String> missingFields,
        @Nullable String unreachable) {

    /** What Meta says of a token. */
    enum TokenState {
        VALID,
        EXPIRING,
        INVALID,
        UNKNOWN
    }
}
