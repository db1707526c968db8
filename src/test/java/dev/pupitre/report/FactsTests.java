package dev.pupitre.report;

import static dev.pupitre.report.SummaryFixture.OPENED;
import static dev.pupitre.report.SummaryFixture.by;
import static dev.pupitre.report.SummaryFixture.waited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AssistantTimes;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Referral;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.report.Fact.Outcome;
import dev.pupitre.survey.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A conversation that was opened at ten o'clock. */
class FactsTests {
    private final Campaigns campaigns = mock();
    private final OpeningHours hours = mock();
    private final Facts facts = new Facts(campaigns, hours);
    private final Conversation conversation = SummaryFixture.conversation("1", ConversationState.CLOSED);

    @Test
    void measuresWhatAnAgentDid() {
        given(conversation.assignee()).willReturn(new Party("alice", "Alice"));
        given(conversation.times())
                .willReturn(new Times(after(10), List.of(waited("sales", 10, 40)), List.of(by("alice", "sales", 360))));
        given(conversation.firstResponseAt()).willReturn(after(100));
        given(conversation.firstResponseDueAt()).willReturn(after(120));
        given(conversation.closedAt()).willReturn(after(400));
        given(hours.openTime(any(), any(), any())).willReturn(Duration.ofSeconds(70));

        assertThat(fact(null))
                .returns(Outcome.ANSWERED, Fact::outcome)
                .returns(30, Fact::waiting)
                .returns(100, Fact::firstResponse)
                .returns(70, Fact::firstResponseInHours)
                .returns(100, Fact::firstAnswer)
                .returns(360, Fact::handling)
                .returns(true, Fact::inTime)
                .returns(false, Fact::assistant);
    }

    @Test
    void addsUpWhatLayWithinTheHoursOfTheCampaignsInWhoseQueuesTheCustomerWaited() {
        given(campaigns.findOrCatchAll(any())).willAnswer(call -> campaign(call.getArgument(0)));
        var sales = campaign(new CampaignId("sales"));
        var night = campaign(new CampaignId("night"));
        given(hours.openTime(sales, after(10), after(40))).willReturn(Duration.ofSeconds(20));
        given(hours.openTime(sales, after(100), after(200))).willReturn(Duration.ofSeconds(90));
        given(hours.openTime(night, after(300), after(360))).willReturn(Duration.ZERO);
        var waits = List.of(waited("sales", 10, 40), waited("sales", 100, 200), waited("night", 300, 360));
        given(conversation.times()).willReturn(new Times(after(10), waits, List.of()));

        assertThat(fact(null)).returns(190, Fact::waiting).returns(110, Fact::waitingInHours);
    }

    @Test
    void tellsNoWaitingFromWaitingOutsideTheHours() {
        assertThat(fact(null)).returns(null, Fact::waiting).returns(null, Fact::waitingInHours);

        given(hours.openTime(any(), any(), any())).willReturn(Duration.ZERO);
        given(conversation.times()).willReturn(new Times(after(10), List.of(waited("sales", 10, 40)), List.of()));
        assertThat(fact(null)).returns(30, Fact::waiting).returns(0, Fact::waitingInHours);
    }

    @Test
    void countsAHumansAnswerFromTheQueueOnWhereAnAiAgentWasFirst() {
        given(conversation.times()).willReturn(new Times(after(300), List.of(waited("sales", 300, 310)), List.of()));
        given(conversation.firstResponseAt()).willReturn(after(360));
        given(hours.openTime(any(), any(), any())).willReturn(Duration.ofSeconds(60));

        assertThat(fact(after(2)))
                .returns(60, Fact::firstResponse)
                .returns(2, Fact::firstAnswer)
                .returns(true, Fact::assistant)
                .returns(Outcome.ANSWERED, Fact::outcome);
    }

    @Test
    void measuresAnAiAgentByItsOwnClockWhichDoesNotStopOutsideTheHours() {
        given(hours.openTime(any(), any(), any())).willReturn(Duration.ZERO);
        given(conversation.firstResponseAt()).willReturn(after(360));
        var measured = new AssistantTimes(4_900L, 2, 3_000, 2_000);

        assertThat(facts.of(SummaryFixture.of(conversation, after(60), measured), Optional.empty()))
                .returns(4, Fact::assistantResponse)
                .returns(0, Fact::firstResponseInHours);
    }

    @Test
    void measuresAnAiAgentFromTheFirstMessageOnWhereAnEarlierVersionDidNot() {
        assertThat(fact(after(60))).returns(60, Fact::assistantResponse);
        assertThat(fact(null)).returns(null, Fact::assistantResponse);
    }

    @Test
    void givesThoseWhoHandedItOnTheirShareAndNothingElse() {
        given(conversation.assignee()).willReturn(new Party("alice", "Alice"));
        given(conversation.times())
                .willReturn(new Times(
                        after(10),
                        List.of(waited("sales", 10, 40)),
                        List.of(by("alice", "support", 20), by("bruno", "sales", 60), by("alice", "sales", 100))));
        given(conversation.closedAt()).willReturn(after(400));

        var fact = fact(null);

        assertThat(fact).returns("alice", Fact::agent).returns(100, Fact::handling);
        assertThat(facts.shares(fact, conversation))
                .containsOnlyKeys("sales", "support")
                .hasEntrySatisfying(
                        "support",
                        shares -> assertThat(shares)
                                .singleElement()
                                .returns("alice", Fact::agent)
                                .returns(20, Fact::handling))
                .hasEntrySatisfying(
                        "sales",
                        shares -> assertThat(shares)
                                .singleElement()
                                .returns("bruno", Fact::agent)
                                .returns(60, Fact::handling)
                                .returns(Outcome.HANDED_ON, Fact::outcome)
                                .returns(null, Fact::waiting));
    }

    @Test
    void isContainedWhereNoHumanWasWanted() {
        assertThat(fact(after(2))).returns(Outcome.CONTAINED, Fact::outcome).returns(null, Fact::firstResponse);
    }

    @Test
    void isNotContainedWhereTheAiAgentHandedItOverAndNobodyAnswered() {
        given(conversation.queuedAt()).willReturn(after(300));

        assertThat(fact(after(2))).returns(Outcome.UNANSWERED, Fact::outcome);
    }

    @Test
    void isAbandonedWhereTheCustomerWasLostAndNobodyAnsweredAfterAll() {
        given(conversation.lostAt()).willReturn(after(600));
        assertThat(fact(null)).returns(Outcome.ABANDONED, Fact::outcome);

        given(conversation.firstResponseAt()).willReturn(after(700));
        given(hours.openTime(any(), any(), any())).willReturn(Duration.ofSeconds(700));
        assertThat(fact(null)).returns(Outcome.ANSWERED, Fact::outcome);
    }

    @Test
    void missesTheServiceLevelWhereNobodyAnsweredBeforeItWasDue() {
        given(conversation.firstResponseDueAt()).willReturn(after(120));
        given(conversation.closedAt()).willReturn(after(119));
        assertThat(fact(null)).returns(null, Fact::inTime);

        given(conversation.closedAt()).willReturn(after(120));
        assertThat(fact(null)).returns(false, Fact::inTime);
    }

    @Test
    void measuresNoAnswerWhereTheAgentWroteFirst() {
        given(conversation.assignee()).willReturn(new Party("alice", "Alice"));
        given(conversation.times()).willReturn(new Times(null, List.of(), List.of(by("alice", "sales", 400))));
        given(conversation.firstResponseAt()).willReturn(after(100));
        given(conversation.closedAt()).willReturn(after(400));

        assertThat(List.of(fact(conversation, null), fact(conversation, after(200))))
                .allSatisfy(fact -> assertThat(fact)
                        .returns(Outcome.ANSWERED, Fact::outcome)
                        .returns(null, Fact::firstResponse)
                        .returns(null, Fact::firstResponseInHours)
                        .returns(null, Fact::firstAnswer)
                        .returns(400, Fact::handling));
    }

    @Test
    void measuresFromTheCustomersFirstMessageInWhatAnAgentWentOnWith() {
        given(conversation.firstResponseAt()).willReturn(after(100));
        given(hours.openTime(any(), any(), any())).willReturn(Duration.ofSeconds(40));

        assertThat(fact(conversation, after(60)))
                .returns(40, Fact::firstResponse)
                .returns(40, Fact::firstAnswer);
    }

    @Test
    void tellsAnAdFromALink() {
        given(conversation.referral()).willReturn(referral("summer", null));
        assertThat(fact(null).source()).isEqualTo("link:summer");

        given(conversation.referral()).willReturn(referral("summer", "42"));
        assertThat(fact(null).source()).isEqualTo("ad:42");
    }

    @Test
    void keepsTheScoreButNotTheWords() {
        var fact = facts.of(
                SummaryFixture.of(conversation, null), Optional.of(new Score(5, OPENED, "Marie was very kind")));

        assertThat(fact).returns(5, Fact::score).returns(true, Fact::commented);
        assertThat(fact.toString()).doesNotContain("Marie");
    }

    private Fact fact(@Nullable Instant assistantAt) {
        return facts.of(SummaryFixture.of(conversation, assistantAt), Optional.empty());
    }

    private Fact fact(Conversation over, @Nullable Instant askedAt) {
        return facts.of(SummaryFixture.of(over, null, askedAt), Optional.empty());
    }

    private static Campaign campaign(CampaignId id) {
        return Campaign.usual(id, id.value(), "office", ZoneOffset.UTC);
    }

    private static Referral referral(String ref, @Nullable String ad) {
        return new Referral("SHORTLINK", ref, ad, null, null, null, null, null, null);
    }

    private static Instant after(int seconds) {
        return OPENED.plusSeconds(seconds);
    }
}
