package dev.pupitre.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when Meta was last asked about a Page's token and webhook fields.
 *
 * @param tokenProblem why the token cannot be used, in plain words
 * @param unreachable why Meta could not be asked
 * @param lastTold what Meta said of the token before it could not be asked; null where the state is known
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
        @Nullable String unreachable,
        @Nullable TokenState lastTold) {

    /** Meta was not asked yet. */
    static Health never() {
        return new Health(
                Instant.EPOCH,
                TokenState.UNKNOWN,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    Health withFields(List<String> subscribed, List<String> missing, @Nullable String notReached) {
        return new Health(
                checkedAt,
                tokenState,
                tokenProblem,
                tokenExpiresAt,
                dataAccessExpiresAt,
                scopes,
                missingPermissions,
                subscribed,
                missing,
                notReached,
                lastTold);
    }

    /** Of the token nothing is known for sure any more; the rest is better than nothing. */
    Health notReached(Instant now, String reason) {
        return new Health(
                now,
                TokenState.UNKNOWN,
                tokenProblem,
                tokenExpiresAt,
                dataAccessExpiresAt,
                scopes,
                missingPermissions,
                subscribedFields,
                missingFields,
                reason,
                lastKnown());
    }

    /** What is to be believed of the token: what was wrong with it is not mended because Meta could not be asked. */
    TokenState lastKnown() {
        return tokenState == TokenState.UNKNOWN && lastTold != null ? lastTold : tokenState;
    }

    /** What Meta says of a token. */
    enum TokenState {
        VALID,
        EXPIRING,
        INVALID,
        UNKNOWN
    }
}
