package dev.pupitre.campaign;

import static java.util.stream.Collectors.groupingBy;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.CannotStart;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The campaigns, {@code pupitre.campaign.*}.
 *
 * @param campaigns to begin with: each is made once, when there is none with its id; then what people make of it counts
 * @param reread how soon a node knows what another changed
 * @param recheck how often members who are no agents any more are looked for
 */
@Validated
@ConfigurationProperties("pupitre.campaign")
record CampaignProperties(
        @DefaultValue List<@Valid Entry> campaigns,
        @DefaultValue("2s") Duration reread,
        @DefaultValue("1m") Duration recheck) {
    private static final Entry CATCH_ALL = new Entry(Campaign.CATCH_ALL, "Default", "always", null);

    /**
     * One campaign.
     *
     * @param schedule names the rows of the table {@code business-hours} that count for it
     * @param zone the zone its hours are told in; the Pages' ({@code pupitre.page.zone}) where none is given
     */
    record Entry(
            @NotNull CampaignId id,
            @NotBlank String name,
            @DefaultValue("always") @NotBlank String schedule,
            @Nullable ZoneId zone) {
        Campaign campaign(ZoneId usual) {
            return Campaign.usual(id, name, schedule, Objects.requireNonNullElse(zone, usual));
        }
    }

    /** Those to begin with; the catch-all is always among them. */
    List<Campaign> first(ZoneId zone) {
        campaigns.stream().collect(groupingBy(Entry::id)).forEach((id, alike) -> {
            if (alike.size() > 1) {
                throw new CannotStart("Expected one campaign with the id %s, but got %d".formatted(id, alike.size()));
            }
        });
        var named = campaigns.stream().anyMatch(entry -> entry.id().equals(Campaign.CATCH_ALL));
        return Stream.concat(campaigns.stream(), named ? Stream.of() : Stream.of(CATCH_ALL))
                .map(entry -> entry.campaign(zone))
                .toList();
    }
}
