package dev.pupitre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Summaries;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.survey.Score;
import dev.pupitre.survey.Scores;
import dev.pupitre.survey.SurveyAnswered;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Each conversation counts once, whatever happens when it is counted. */
class CountingTests {
    private static final String DAY = "2026-03-02|sales";

    private final TestDatabase database = new TestDatabase();
    private final Uncounted uncounted = new Uncounted(database.template());
    private final Days days = spy(new Days(database.template()));
    private final Summaries summaries = mock();
    private final Scores scores = mock();
    private final Facts facts = new Facts(mock(Campaigns.class), mock(OpeningHours.class));
    private final Counting counting = node();

    private Counting node() {
        return new Counting(uncounted, summaries, scores, facts, days);
    }

    @BeforeEach
    void allAreOver() {
        areAll(ConversationState.CLOSED);
        given(scores.find(any())).willReturn(Optional.empty());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsAConversationThatIsRecordedAgain() {
        recorded("1");
        counting.count();
        recorded("1");
        recorded("2");
        counting.count();

        assertThat(ids()).containsExactly("1", "2");
        assertThat(uncounted.some(10)).isEmpty();
    }

    @Test
    void countsWhatTheCustomerSaysLater() {
        recorded("1");
        counting.count();
        given(scores.find(new ConversationId("1"))).willReturn(Optional.of(new Score(4, null, "Fine")));
        counting.on(new SurveyAnswered(new ConversationId("1")));
        counting.count();

        assertThat(day()).singleElement().returns(4, Fact::score).returns(true, Fact::commented);
    }

    @Test
    void countsTheShareOfWhoHandedItOnForTheirCampaignOnceHoweverOftenItIsCounted() {
        var conversation = SummaryFixture.conversation("1", ConversationState.CLOSED);
        given(conversation.assignee()).willReturn(new Party("bruno", "Bruno"));
        given(conversation.times())
                .willReturn(new Times(
                        SummaryFixture.OPENED,
                        List.of(SummaryFixture.waited("sales", 0, 40)),
                        List.of(SummaryFixture.by("alice", "support", 60), SummaryFixture.by("bruno", "sales", 300))));
        given(summaries.find(new ConversationId("1"))).willReturn(Optional.of(SummaryFixture.of(conversation, null)));
        recorded("1");
        counting.count();
        recorded("1");
        counting.count();

        assertThat(day())
                .singleElement()
                .returns("bruno", Fact::agent)
                .returns(40, Fact::waiting)
                .returns(300, Fact::handling);
        assertThat(days.find(List.of("2026-03-02|support")).getFirst().facts())
                .singleElement()
                .returns("alice", Fact::agent)
                .returns(60, Fact::handling)
                .returns(Fact.Outcome.HANDED_ON, Fact::outcome);
    }

    @Test
    void countsWhatTheStoreDidNotTakeTheFirstTime() {
        recorded("1");
        willThrow(new DataAccessResourceFailureException("The store is away"))
                .given(days)
                .add(any(), any());
        counting.count();
        assertThat(uncounted.some(10)).hasSize(1);

        doCallRealMethod().when(days).add(any(), any());
        counting.count();

        assertThat(ids()).containsExactly("1");
    }

    @Test
    void keepsAScoreThatAnotherNodeCountedMeanwhile() {
        recorded("1");
        given(scores.find(any())).willReturn(Optional.of(new Score(4, null, null)));
        counting.count();
        given(scores.find(any())).willReturn(Optional.empty());
        recorded("1");

        counting.count();

        assertThat(day()).singleElement().returns(4, Fact::score);
    }

    @Test
    void countsTheOthersBesideOneThatCannotBeCounted() {
        willThrow(new IllegalStateException("An odd one")).given(scores).find(new ConversationId("1"));
        recorded("1");
        recorded("2");

        counting.count();

        assertThat(ids()).containsExactly("2");
        assertThat(uncounted.some(10)).isEmpty();
    }

    @Test
    void doesNotTakeForCountedWhatIsNewMeanwhile() {
        recorded("1");
        var before = uncounted.some(10).getFirst();
        counting.on(new SurveyAnswered(new ConversationId("1")));

        uncounted.remove(before);

        assertThat(uncounted.some(10)).hasSize(1);
    }

    @Test
    void countsOneThatIsErasedWhileItIsOpen() {
        counting.on(new ConversationEvent.Erased(new ConversationId("1")));

        counting.count();

        assertThat(ids()).containsExactly("1");
    }

    @Test
    void leavesOutOneThatIsOpenAgain() {
        areAll(ConversationState.ASSIGNED);
        recorded("1");

        counting.count();

        assertThat(days.find(List.of(DAY))).isEmpty();
        assertThat(uncounted.some(10)).isEmpty();
    }

    @Test
    void leavesOutOneThatAnAgentWentOnWithByASlip() {
        var slip = SummaryFixture.vain(SummaryFixture.conversation("1", ConversationState.CLOSED));
        given(summaries.find(new ConversationId("1"))).willReturn(Optional.of(slip));
        recorded("1");

        counting.count();

        assertThat(days.find(List.of(DAY))).isEmpty();
        assertThat(uncounted.some(10)).isEmpty();
    }

    @Test
    void countsAtSeveralNodesAtOnce() {
        IntStream.range(0, 1200).forEach(number -> recorded(String.valueOf(number)));

        try (var threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(_ -> threads.execute(node()::count));
        }
        counting.count();

        assertThat(ids()).hasSize(1200).doesNotHaveDuplicates();
        assertThat(uncounted.some(10)).isEmpty();
    }

    private void areAll(ConversationState state) {
        willAnswer(call -> {
                    ConversationId id = call.getArgument(0);
                    return Optional.of(SummaryFixture.of(SummaryFixture.conversation(id.value(), state), null));
                })
                .given(summaries)
                .find(any());
    }

    private void recorded(String id) {
        counting.on(new ConversationEvent.Recorded(new ConversationId(id)));
    }

    private List<Fact> day() {
        return days.find(List.of(DAY)).getFirst().facts();
    }

    private List<String> ids() {
        return day().stream().map(Fact::id).toList();
    }
}
