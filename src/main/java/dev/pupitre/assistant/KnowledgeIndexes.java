package dev.pupitre.assistant;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.kernel.CampaignId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps one index for each campaign, made anew when the campaign has changed. */
@Component
class KnowledgeIndexes {
    private record Built(long version, KnowledgeIndex index) {}

    private final Map<CampaignId, Built> built = new ConcurrentHashMap<>();

    KnowledgeIndex of(Campaign campaign) {
        var current = built.compute(
                campaign.id(),
                (id, before) -> before != null && before.version() == campaign.version()
                        ? before
                        : new Built(campaign.version(), new KnowledgeIndex(Knowledge.of(campaign))));
        return Objects.requireNonNull(current).index();
    }
}
