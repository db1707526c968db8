package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All that is kept of a Page; it stays when the Page is disconnected, so that connecting it again finds its settings.
 *
 * @param token encrypted; null when it was disconnected, or while the environment's token counts
 * @param insteadOf the fingerprint of the environment's token that {@code token} took the place of
 * @param connectedBy the person who connected it, as Meta numbers them for our app
 * @param version grows with each change but those of the two last times
 */
@Document("pages")
record StoredPage(
        @Id PageId id,
        String name,
        @Nullable String picture,
        @Nullable ZoneId zone,
        @Nullable String token,
        @Nullable String insteadOf,
        @Nullable String connectedBy,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        boolean humanAgent,
        @Nullable Integer retentionDays,
        boolean responseFeedback,
        @Nullable Hold hold,
        @Nullable Health health,
        HoldRule.@Nullable Reprieve reprieve,
        @Nullable Instant lastEventAt,
        @Nullable Instant lastSendAt,
        long version) {}
