package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.conversation.RulesProblems.Problem;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A row that cannot be followed is shown until it is mended, or has not come up for a week. */
class RulesProblemsTests {
    private static final ConversationId CONVERSATION = new ConversationId("c-1");
    private static final CampaignId SALES = new CampaignId("sales");

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final LiveFeed feed = mock();
    private final DecisionTables tables = mock();
    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final Teams teams = mock();
    private final RulesProblems problems = new RulesProblems(database.template(), feed, clock);
    private final OpenProblems open = new OpenProblems(problems, tables, campaigns, teams);

    @BeforeEach
    void nothingIsMended() {
        given(tables.version(any())).willReturn(Optional.of(3));
        given(campaigns.findInUse(any())).willReturn(Optional.empty());
        given(teams.find(any())).willReturn(Optional.empty());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsHowOftenARowCameUp() {
        report("listening", 3, "campaign", Kind.UNKNOWN_CAMPAIGN, "sales");
        report("listening", 3, "campaign", Kind.UNKNOWN_CAMPAIGN, "sales");

        assertThat(open.newest()).singleElement().returns(2L, Problem::count).returns(2, Problem::row);
    }

    @Test
    void leavesOutWhatOlderVersionsOfATableSaid() {
        report("routing", 2, "agent", Kind.UNKNOWN_AGENT, "zoe");
        report("routing", 3, "agent", Kind.UNKNOWN_AGENT, "zac");
        report("routing", null, "agent", Kind.UNKNOWN_AGENT, "of a version not known here");

        assertThat(open.newest())
                .extracting(Problem::value)
                .containsExactlyInAnyOrder("zac", "of a version not known here");
    }

    @Test
    void leavesOutACampaignAndATeamThatAreThereByNow() {
        report("listening", 3, "campaign", Kind.UNKNOWN_CAMPAIGN, "sales");
        report("listening", 3, "campaign", Kind.UNKNOWN_CAMPAIGN, "No name at all!");
        report("routing", 3, "team", Kind.UNKNOWN_TEAM, "nights");
        assertThat(open.newest()).hasSize(3);

        given(campaigns.findInUse(SALES))
                .willReturn(Optional.of(Campaign.usual(SALES, "Sales", "always", ZoneOffset.UTC)));
        given(teams.find("nights")).willReturn(Optional.of(new Team("nights", "Nights", Set.of())));

        assertThat(open.newest()).extracting(Problem::value).containsExactly("No name at all!");
    }

    @Test
    void leavesOutARefusalOfACampaignThatWasChangedSince() {
        report("listening", 3, "campaign", Kind.CAMPAIGN_NOT_HERE, "sales");
        assertThat(open.newest()).hasSize(1);

        given(campaigns.isChangedSince(SALES, clock.instant())).willReturn(true);

        assertThat(open.newest()).isEmpty();
    }

    @Test
    void forgetsWhatHasNotComeUpForAWeek() {
        report("routing", 3, "priority", Kind.WRONG_TYPE, "high");
        clock.advance(Duration.ofDays(6));
        report("routing", 3, "agent", Kind.UNKNOWN_AGENT, "zac");
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        assertThat(open.newest()).extracting(Problem::value).containsExactly("zac");
        problems.forget();
        assertThat(database.template().getCollection(RulesProblems.COLLECTION).countDocuments())
                .isEqualTo(1);
    }

    @Test
    void tellsAllWhoMayReadThem() {
        report("listening", 3, "campaign", Kind.UNKNOWN_CAMPAIGN, "sales");

        var event = ArgumentCaptor.forClass(LiveEvent.class);
        verify(feed).publish(event.capture());
        assertThat(event.getValue().audience().roles())
                .containsExactlyInAnyOrder(Role.ANALYST, Role.SUPERVISOR, Role.ADMIN);
    }

    private void report(String table, @Nullable Integer version, String output, Kind kind, String value) {
        var decision = new Decision(
                table, version, version == null ? null : 2, null, Map.of(output, value), null, null, clock.instant());
        problems.report(CONVERSATION, decision, output, kind, value);
    }
}
