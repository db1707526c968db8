package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Page as the screens show it.
 *
 * @param fromSettings the settings name it: it cannot be disconnected here
 * @param queued messages that wait to be sent
 */
@Schema(name = "Page")
record PageView(
        PageId id,
        String name,
        @Nullable String picture,
        ZoneId zone,
        boolean humanAgent,
        @Nullable Integer retentionDays,
        boolean responseFeedback,
        boolean fromSettings,
        Diagnosis.State state,
        List<PageProblem> problems,
        @Nullable Instant checkedAt,
        Health.TokenState tokenState,
        @Nullable Instant tokenExpiresAt,
        @Nullable Instant dataAccessExpiresAt,
        List<String> scopes,
        List<String> missingPermissions,
        List<String> subscribedFields,
        List<String> missingFields,
        @Nullable Instant lastEventAt,
        @Nullable Instant lastSendAt,
        @Nullable Held held,
        long queued) {

    /** Why nothing is sent, since when, and until when if that is known. */
    record Held(
            Hold.Cause cause,
            String reason,
            Instant since,
            @Nullable Instant until) {}
}
