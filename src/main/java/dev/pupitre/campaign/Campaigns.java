package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The campaigns, each by the name the tables give; asking never waits, and a change is known everywhere in seconds. */
@Component
public class Campaigns {
    private final KnownCampaigns known;

    Campaigns(KnownCampaigns known) {
        this.known = known;
    }

    /** Those in use, enabled or not, by name. */
    public List<Campaign> all() {
        return known.all().stream()
                .filter(stored -> !stored.isArchived())
                .map(StoredCampaign::campaign)
                .sorted(Comparator.comparing(Campaign::name)
                        .thenComparing(campaign -> campaign.id().value()))
                .toList();
    }

    /** Archived ones, too: their conversations may still be open. */
    public List<Campaign> withArchived() {
        return known.all().stream().map(StoredCampaign::campaign).toList();
    }

    /** Archived ones, too, which are not enabled: conversations that began before go by them. */
    public Optional<Campaign> find(CampaignId id) {
        return known.find(id).map(StoredCampaign::campaign);
    }

    /** One in use, enabled or not, as a row of a table may name it. */
    public Optional<Campaign> findInUse(CampaignId id) {
        return known.find(id).filter(stored -> !stored.isArchived()).map(StoredCampaign::campaign);
    }

    /** Whether anybody has changed it after this moment; false where there is none. */
    public boolean isChangedSince(CampaignId id, Instant moment) {
        return known.find(id)
                .map(StoredCampaign::changedAt)
                .filter(moment::isBefore)
                .isPresent();
    }

    /** The campaign, or the catch-all where there is none of this name, or not any more. */
    public Campaign findOrCatchAll(@Nullable CampaignId id) {
        return Optional.ofNullable(id).flatMap(this::find).orElseGet(this::catchAll);
    }

    /** Whose everything is that no other campaign takes. */
    public Campaign catchAll() {
        return find(Campaign.CATCH_ALL)
                .orElseThrow(() -> new IllegalStateException("Expected the catch-all campaign to be there"));
    }
}
