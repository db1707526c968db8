package dev.pupitre.supervision;

import static dev.pupitre.supervision.Ends.answered;
import static dev.pupitre.supervision.Ends.ending;
import static dev.pupitre.supervision.Ends.handled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Overview.Running;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.supervision.Monitor.Handled;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiguresTests {
    /** Two in the morning of 3 March in Paris, and still the evening before in New York. */
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    private static final CampaignId PARIS = new CampaignId("paris");
    private static final CampaignId NEW_YORK = new CampaignId("new-york");

    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final Campaign paris = Campaign.usual(PARIS, "Paris", "office", ZoneId.of("Europe/Paris"));

    @BeforeEach
    void twoZones() {
        given(campaigns.find(PARIS)).willReturn(Optional.of(paris));
        given(campaigns.find(NEW_YORK))
                .willReturn(Optional.of(Campaign.usual(NEW_YORK, "New York", "office", ZoneId.of("America/New_York"))));
        given(campaigns.find(Campaign.CATCH_ALL))
                .willReturn(Optional.of(Campaign.usual(Campaign.CATCH_ALL, "All", "office", ZoneId.of("UTC"))));
    }

    @Test
    void aDayBeginsAtTheMidnightOfTheCampaignsZone() {
        var hoursAgo = NOW.minus(Duration.ofHours(3));
        var figures = figures(
                List.of(),
                ending("c-1", "paris", "alice", hoursAgo, Duration.ofMinutes(4)),
                ending("c-2", "new-york", "alice", hoursAgo, Duration.ofMinutes(6)),
                ending("c-3", "paris", "alice", NOW.minusSeconds(1), Duration.ofMinutes(2)));

        assertThat(figures.handled(PARIS)).isEqualTo(new Handled(1, 120L));
        assertThat(figures.handled(NEW_YORK)).isEqualTo(new Handled(1, 360L));
        assertThat(figures.byAgent()).containsEntry("alice", new Handled(2, 240L));
    }

    /** As in reports: see {@code SheetTests.agentsWhoHandedOnAreCreditedWithTheirHandlingAlone}. */
    @Test
    void whoHandedOnIsCreditedWithTheirTimeAndWhoHadItLastHasCompletedIt() {
        var ended = new Ending(
                new ConversationId("c-1"),
                PARIS,
                "bruno",
                NOW.minusSeconds(300),
                NOW,
                null,
                null,
                null,
                List.of(
                        handled("alice", "new-york", Duration.ofSeconds(60)),
                        handled("bruno", "paris", Duration.ofSeconds(300))));
        var figures = figures(List.of(), ended, ending("c-2", "new-york", "alice", NOW, Duration.ofSeconds(100)));

        assertThat(figures.byAgent())
                .containsEntry("alice", new Handled(1, 80L))
                .containsEntry("bruno", new Handled(1, 300L));
        assertThat(figures.handled(PARIS)).isEqualTo(new Handled(1, 300L));
        assertThat(figures.handled(NEW_YORK)).isEqualTo(new Handled(1, 80L));
    }

    @Test
    void whatAnEarlierVersionWroteDownIsOfTheLastAgentAlone() {
        var ended = new Ending(
                new ConversationId("c-1"), PARIS, "bruno", NOW.minusSeconds(50), NOW, null, null, null, null);

        assertThat(figures(List.of(), ended).byAgent()).containsOnly(Map.entry("bruno", new Handled(1, 50L)));
    }

    @Test
    void serviceLevelCountsWhoWasAnsweredInTimeAndWhoIsOverdue() {
        var due = NOW.minusSeconds(600);
        var figures = figures(
                List.of(
                        open("o-1", PARIS, null, NOW.plusSeconds(5)),
                        open("o-2", PARIS, null, NOW.minusSeconds(5)),
                        open("o-3", PARIS, due.minusSeconds(1), due)),
                answered("c-1", "paris", due.minusSeconds(20), due, NOW),
                answered("c-2", "paris", due.plusSeconds(20), due, NOW),
                // Left before anything was due.
                answered("c-3", "paris", null, due, due.minusSeconds(30)),
                // Answered yesterday.
                answered("c-4", "paris", due.minus(Duration.ofDays(1)), due.minus(Duration.ofDays(1)), NOW));

        var level = figures.serviceLevel(paris);

        assertThat(level).isEqualTo(new ServiceLevel(80, 2, 2, 50));
        assertThat(level.isBelowTarget()).isTrue();
    }

    @Test
    void whatEndsWhileItIsReadCountsOnce() {
        var due = NOW.minusSeconds(600);
        var figures = figures(
                List.of(open("c-1", PARIS, due.minusSeconds(20), due)),
                answered("c-1", "paris", due.minusSeconds(20), due, NOW));

        assertThat(figures.serviceLevel(paris)).isEqualTo(new ServiceLevel(80, 1, 0, 100));
        assertThat(figures.active(PARIS)).isZero();
    }

    @Test
    void whoWasLostTodayCountsWhetherOpenOrOver() {
        // Of today in Paris, and of yesterday there; in New York all of it is today.
        var today = NOW.minus(Duration.ofHours(1));
        var yesterday = NOW.minus(Duration.ofHours(3));
        var figures = figures(
                List.of(
                        waiting("o-1", PARIS, today),
                        waiting("o-2", PARIS, yesterday),
                        waiting("o-3", PARIS, null),
                        waiting("o-4", NEW_YORK, yesterday),
                        waiting("c-1", PARIS, today)),
                lost("c-1", "paris", today),
                lost("c-2", "paris", yesterday),
                lost("c-3", "new-york", yesterday));

        assertThat(figures.lost(PARIS)).isEqualTo(2);
        assertThat(figures.lost(NEW_YORK)).isEqualTo(2);
        assertThat(figures.lost(Campaign.CATCH_ALL)).isZero();
    }

    private static Running waiting(String id, CampaignId campaign, @Nullable Instant lost) {
        return new Running(new ConversationId(id), ConversationState.WAITING, campaign, null, null, null, lost);
    }

    private static Ending lost(String id, String campaign, Instant lost) {
        return new Ending(new ConversationId(id), new CampaignId(campaign), null, null, NOW, null, null, lost, null);
    }

    @Test
    void aCampaignThatIsNotKnownAnyMoreCountsToTheCatchAll() {
        var figures = figures(List.of(), ending("c-1", "gone", "bruno", NOW, Duration.ofMinutes(1)));

        assertThat(figures.handled(Campaign.CATCH_ALL).completed()).isOne();
        assertThat(figures.byAgent()).containsEntry("bruno", new Handled(1, 60L));
    }

    private Figures figures(List<Running> running, Ending... endings) {
        return new Figures(campaigns, running, Arrays.asList(endings), NOW);
    }

    private static Running open(String id, CampaignId campaign, @Nullable Instant answered, Instant due) {
        return new Running(new ConversationId(id), ConversationState.ASSIGNED, campaign, "alice", answered, due, null);
    }
}
