package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.TestDatabase;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class CampaignsTests {
    private static final Map<String, String> SETTINGS = Map.of(
            "pupitre.campaign.campaigns[0].id", "vip",
            "pupitre.campaign.campaigns[0].name", "Les habitués",
            "pupitre.campaign.campaigns[0].schedule", "office",
            "pupitre.campaign.campaigns[0].zone", "Asia/Tokyo");
    private static final CampaignId VIP = new CampaignId("vip");

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beginWithACatchAllThatIsAlwaysOpenForEveryone() {
        var campaigns = node(Map.of()).campaigns;

        assertThat(campaigns.all())
                .containsExactly(Campaign.usual(Campaign.CATCH_ALL, "Default", "always", CampaignRoom.PARIS)
                        .withVersion(1));
        assertThat(campaigns.find(Campaign.CATCH_ALL)).map(Campaign::enabled).contains(true);
        assertThat(campaigns.find(new CampaignId("unknown"))).isEmpty();
    }

    @Test
    void beginWithThoseOfTheSettingsBesideTheCatchAll() {
        var campaigns = node(SETTINGS).campaigns;

        assertThat(campaigns.all())
                .containsExactly(
                        Campaign.usual(Campaign.CATCH_ALL, "Default", "always", CampaignRoom.PARIS)
                                .withVersion(1),
                        Campaign.usual(VIP, "Les habitués", "office", ZoneId.of("Asia/Tokyo"))
                                .withVersion(1));
    }

    @Test
    void keepWhatPeopleMadeOfTheSettingsWhenANodeStartsAgain() {
        var before = node(SETTINGS);
        before.change(before.editor.find(VIP), "{'name': 'VIP', 'schedule': 'always'}");

        var after = node(SETTINGS);

        assertThat(after.campaigns.find(VIP))
                .hasValueSatisfying(campaign -> assertThat(campaign.name()).isEqualTo("VIP"));
    }

    @Test
    void doNotComeBackFromTheSettingsOnceTheyAreArchived() {
        var before = node(SETTINGS);
        before.editor.delete(CampaignRoom.SOFIA, VIP);

        var after = node(SETTINGS);

        assertThat(after.campaigns.all()).extracting(Campaign::id).containsExactly(Campaign.CATCH_ALL);
        assertThat(after.campaigns.find(VIP)).map(Campaign::enabled).contains(false);
    }

    @Test
    void cannotShareAnId() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> node(Map.of(
                        "pupitre.campaign.campaigns[0].id", "vip",
                        "pupitre.campaign.campaigns[0].name", "A",
                        "pupitre.campaign.campaigns[1].id", "vip",
                        "pupitre.campaign.campaigns[1].name", "B")))
                .withMessageContaining("vip");
    }

    @Test
    void areKnownToAnotherNodeAfterItLooked() {
        var here = node(Map.of());
        var there = node(Map.of());
        assertThat(there.campaigns.all()).hasSize(1);
        var made = here.complete("Été à Paris");
        there.happened.clear();

        there.known.look();

        assertThat(there.campaigns.find(made.id())).contains(made.campaign());
        assertThat(there.happened).containsExactly(new CampaignChanged(made.id(), false));
        here.editor.delete(CampaignRoom.SOFIA, made.id());
        there.known.look();
        assertThat(there.campaigns.find(made.id())).isEmpty();
    }

    @Test
    void areTheNewOnesWhereAnIdIsUsedAgain() {
        var here = node(Map.of());
        var there = node(Map.of());
        var first = here.change(here.complete("Summer"), "{'objective': 'one'}");
        there.known.look();
        assertThat(there.campaigns.find(first.id())).contains(first.campaign());

        here.editor.delete(CampaignRoom.SOFIA, first.id());
        var second = here.made("{'name': 'Summer', 'objective': 'another'}");
        there.known.look();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(there.campaigns.find(second.id())).contains(second.campaign());
    }

    @Test
    void areStillKnownWhileTheStoreIsAway() {
        var node = node(Map.of());
        node.known.look();
        database.refuse();

        node.known.look();

        assertThat(node.campaigns.find(Campaign.CATCH_ALL)).isPresent();
    }

    @Test
    void areNotTakenForNoneWhenTheStoreDidNotAnswerYet() {
        var node = node(Map.of());
        database.refuse();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> node.campaigns.find(Campaign.CATCH_ALL));

        database.takeAgain();
        assertThat(node.campaigns.find(Campaign.CATCH_ALL)).isPresent();
    }

    private CampaignRoom node(Map<String, String> settings) {
        return new CampaignRoom(database, settings);
    }
}
