package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.page.Pages;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CampaignsTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Pages pages = mock();

    @BeforeEach
    void standInParis() {
        given(pages.zone()).willReturn(PARIS);
    }

    @Test
    void isOneThatIsAlwaysOpenWhereNoneIsSet() {
        var campaigns = campaigns(Map.of());

        assertThat(campaigns.all())
                .containsExactly(Campaign.usual(new CampaignId("default"), "Default", "always", PARIS));
    }

    @Test
    void areThoseOfTheSettingsInTheirOrder() {
        var campaigns = campaigns(Map.of(
                "pupitre.campaign.campaigns[0].id", "vip",
                "pupitre.campaign.campaigns[0].name", "Les habitués",
                "pupitre.campaign.campaigns[0].schedule", "shop",
                "pupitre.campaign.campaigns[0].zone", "Asia/Tokyo",
                "pupitre.campaign.campaigns[1].id", "default",
                "pupitre.campaign.campaigns[1].name", "Tous"));

        assertThat(campaigns.all())
                .containsExactly(
                        Campaign.usual(new CampaignId("vip"), "Les habitués", "shop", TOKYO),
                        Campaign.usual(new CampaignId("default"), "Tous", "always", PARIS));
        assertThat(campaigns.find(new CampaignId("vip"))).map(Campaign::zone).contains(TOKYO);
        assertThat(campaigns.find(new CampaignId("unknown"))).isEmpty();
    }

    @Test
    void cannotShareAnId() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> campaigns(Map.of(
                        "pupitre.campaign.campaigns[0].id", "vip",
                        "pupitre.campaign.campaigns[0].name", "A",
                        "pupitre.campaign.campaigns[1].id", "vip",
                        "pupitre.campaign.campaigns[1].name", "B")))
                .withMessageContaining("vip");
    }

    private Campaigns campaigns(Map<String, String> settings) {
        var bound = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pupitre.campaign", CampaignProperties.class);
        return new Campaigns(bound, pages);
    }
}
