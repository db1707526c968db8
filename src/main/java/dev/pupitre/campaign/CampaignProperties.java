package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The campaigns, {@code pupitre.campaign.*}.
 *
 * @param campaigns without any there is one, named {@code default}, that is always open
 */
@Validated
@ConfigurationProperties("pupitre.campaign")
record CampaignProperties(@DefaultValue List<@Valid Entry> campaigns) {
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
            @Nullable ZoneId zone) {}
}
