package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Overview;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.page.Pages;
import dev.pupitre.routing.Staff;
import dev.pupitre.routing.Staff.Wait;
import dev.pupitre.supervision.Monitor.UnsentRow;
import dev.pupitre.supervision.Monitor.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorBoardTests {
    private static final CampaignId SHOP = new CampaignId("shop");
    private static final Campaign DEFAULT = Campaign.usual(Campaign.CATCH_ALL, "Default", "always", ZoneOffset.UTC);
    private static final PageId PAGE = new PageId("100");

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final Overview overview = mock();
    private final Staff staff = mock();
    private final Teams teams = mock();
    private final Pages pages = mock();
    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final MonitorBoard board = new MonitorBoard(
            overview,
            new Today(new Endings(database.template()), mock(Conversations.class), clock),
            staff,
            new AgentRows(mock(People.class), staff, campaigns, teams),
            campaigns,
            teams,
            pages,
            clock);

    @BeforeEach
    void aShopBesideTheCatchAll() {
        var shop = Campaign.usual(SHOP, "Shop", "always", ZoneOffset.UTC);
        given(campaigns.all()).willReturn(List.of(shop, DEFAULT));
        given(campaigns.find(SHOP)).willReturn(Optional.of(shop));
        given(campaigns.find(Campaign.CATCH_ALL)).willReturn(Optional.of(DEFAULT));
        given(overview.inboundSince(clock.instant())).willReturn(Optional.empty());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void whoWaitsStandsWithTheCampaignAndWithTheTeam() {
        given(teams.all()).willReturn(List.of(new Team("day", "Day", Set.of()), new Team("night", "Night", Set.of())));
        given(staff.waiting())
                .willReturn(List.of(
                        wait(SHOP, "night", 60),
                        wait(SHOP, null, 300),
                        wait(SHOP, "night", 120),
                        wait(new CampaignId("gone"), null, 30)));

        var monitor = board.now();

        assertThat(monitor.waiting()).isEqualTo(waiting(4, 300));
        assertThat(monitor.campaigns())
                .extracting(row -> row.id().value(), Monitor.CampaignRow::waiting)
                .containsExactly(tuple("shop", waiting(3, 300)), tuple(Campaign.CATCH_ALL.value(), waiting(1, 30)));
        assertThat(monitor.teams())
                .containsExactly(
                        new Monitor.TeamRow("day", "Day", new Waiting(0, null)),
                        new Monitor.TeamRow("night", "Night", waiting(2, 120)));
    }

    @Test
    void whatWaitsToBeSentForAPageThatIsGoneStandsUnderItsId() {
        given(overview.unsent()).willReturn(List.of(new Overview.Unsent(PAGE, 2, 3, 1)));
        given(pages.find(PAGE)).willReturn(Optional.empty());

        assertThat(board.now().unsent()).containsExactly(new UnsentRow(PAGE, "100", 2, 3, 1));
    }

    private Wait wait(CampaignId campaign, @Nullable String team, int seconds) {
        return new Wait(campaign, team, ago(seconds));
    }

    private Waiting waiting(int count, int seconds) {
        return new Waiting(count, ago(seconds));
    }

    private Instant ago(int seconds) {
        return clock.instant().minus(Duration.ofSeconds(seconds));
    }
}
