package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A campaign and what is remembered beside it.
 *
 * @param wasEnabled conversations may name it, so that it can be archived only
 * @param changedBy null for the settings, and for what happens by itself
 */
@Document("campaigns")
record StoredCampaign(
        @Id CampaignId id,
        Campaign campaign,
        boolean wasEnabled,
        @Nullable Instant archivedAt,
        @Nullable UserId changedBy,
        @Nullable Instant changedAt) {
    static StoredCampaign first(Campaign campaign, @Nullable UserId by, Instant at) {
        return new StoredCampaign(campaign.id(), campaign.withVersion(1), campaign.enabled(), null, by, at);
    }

    /** The next version of it. */
    StoredCampaign changed(Campaign now, @Nullable Instant archived, @Nullable UserId by, Instant at) {
        return new StoredCampaign(id, now.withVersion(version() + 1), wasEnabled || now.enabled(), archived, by, at);
    }

    long version() {
        return campaign.version();
    }

    boolean isArchived() {
        return archivedAt != null;
    }
}
