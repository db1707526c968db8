package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.campaign.CampaignPartsController.Draft;
import dev.pupitre.kernel.CampaignId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a text of a campaign would read. */
class PreviewTests {
    private static final CampaignId DEFAULT = Campaign.CATCH_ALL;

    private final CampaignRoom room = new CampaignRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsTheNextOpeningOfTheCampaignsOwnDesk() {
        assertThat(preview(Instant.parse("2026-03-04T07:30:00Z"), "fr_FR"))
                .startsWith("Ouvert mercredi 4 mars 2026")
                .endsWith("08:30");
    }

    @Test
    void leavesOutTheOpeningOfADeskThatNeverCloses() {
        assertThat(preview(null, "fr_FR")).isEqualTo("Ouvert");
    }

    private String preview(@Nullable Instant opening, String locale) {
        var controller = new CampaignPartsController(
                room.editor, room.views, (_, _) -> Optional.ofNullable(opening), room.clock);
        var text = new Localised(Map.of(Localised.DEFAULT, "Open {{nextOpening}}", "fr", "Ouvert {{nextOpening}}"));
        return controller
                .preview(CampaignRoom.SOFIA, DEFAULT, new Draft(text, locale, null))
                .text();
    }
}
