package dev.pupitre.campaign;

import static java.util.stream.Collectors.groupingBy;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.page.Pages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The campaigns, each by the name the table {@code listening} gives. */
@Component
public class Campaigns {
    private static final CampaignProperties.Entry DEFAULT =
            new CampaignProperties.Entry(Campaign.CATCH_ALL, "Default", "always", null);

    private final List<Campaign> campaigns;

    Campaigns(CampaignProperties settings, Pages pages) {
        var entries = settings.campaigns().isEmpty() ? List.of(DEFAULT) : settings.campaigns();
        this.campaigns = entries.stream()
                .map(entry -> Campaign.usual(
                        entry.id(),
                        entry.name(),
                        entry.schedule(),
                        Objects.requireNonNullElse(entry.zone(), pages.zone())))
                .toList();
        requireOneOfEach(campaigns);
    }

    public List<Campaign> all() {
        return campaigns;
    }

    public Optional<Campaign> find(CampaignId id) {
        return campaigns.stream().filter(campaign -> campaign.id().equals(id)).findFirst();
    }

    private static void requireOneOfEach(List<Campaign> campaigns) {
        campaigns.stream().collect(groupingBy(Campaign::id)).forEach((id, named) -> {
            if (named.size() > 1) {
                throw new CannotStart("Expected one campaign with the id %s, but got %d".formatted(id, named.size()));
            }
        });
    }
}
