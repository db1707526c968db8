package dev.pupitre.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Survey;
import dev.pupitre.conversation.Afterwards.Answer;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Postscripts;
import dev.pupitre.conversation.QuickReply;
import dev.pupitre.conversation.Reason;
import dev.pupitre.conversation.Times;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;

class SurveysTests {
    private static final Reason CLOSED = new Reason("AUTOMATIC_WINDOW_CLOSED", "The window is closed");
    private static final String THREAD = "m:100:7";
    private static final CampaignId CAMPAIGN = new CampaignId("shop");
    private static final Localised QUESTION =
            new Localised(Map.of("default", "How was it?", "fr", "C'était comment ?"));

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final Postscripts postscripts = mock();
    private final Wordings wordings = mock();
    private final Campaigns campaigns = mock();
    private final Engine engine = mock();
    private final ApplicationEventPublisher events = mock();
    private final SurveyResults results = new SurveyResults(database.template());
    private final Surveys surveys = new Surveys(postscripts, wordings, campaigns, results, clock);
    private final SurveyAnswers answers = new SurveyAnswers(
            results,
            surveys,
            postscripts,
            engine,
            new SurveyProperties(Duration.ofHours(24), Duration.ofMinutes(15)),
            events);
    private final AtomicInteger mids = new AtomicInteger();

    @BeforeEach
    void everythingMayBeSent() {
        given(postscripts.refusal(any(), anyString())).willReturn(Optional.empty());
        given(wordings.render(any(Localised.class), any())).willAnswer(call -> {
            Localised text = call.getArgument(0);
            Conversation conversation = call.getArgument(1);
            return text.in(conversation.customer().locale());
        });
        asking("Why?");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksInTheCustomersLanguageWithFiveScores() {
        var id = over(Channel.MESSENGER, "fr_FR");

        assertThat(surveys.ask(id)).isTrue();

        then(postscripts)
                .should()
                .send(eq(id), eq(Surveys.STEP), eq("C'était comment ?"), argThat(this::areScoresFromOneToFive));
    }

    private boolean areScoresFromOneToFive(List<QuickReply> choices) {
        return choices.stream().map(QuickReply::title).toList().equals(List.of("1", "2", "3", "4", "5"));
    }

    @Test
    void hasAQuestionOfItsOwnWhereTheCampaignHasNone() {
        given(campaigns.find(CAMPAIGN))
                .willReturn(Optional.of(with(new Survey(true, Localised.NONE, Localised.NONE, Localised.NONE, 30))));
        var id = over(Channel.MESSENGER, "fr_FR");

        surveys.ask(id);

        then(postscripts).should().send(eq(id), any(), argThat(text -> text.startsWith("Êtes-vous satisfait")), any());
    }

    @Test
    void asksAgainWhenTheJobIsRepeatedButNotAnotherTime() {
        var id = over(Channel.MESSENGER, null);
        surveys.ask(id);
        given(postscripts.refusal(any(), anyString())).willReturn(Optional.of(CLOSED));

        assertThat(surveys.ask(id)).isTrue();

        then(postscripts).should(times(2)).send(eq(id), eq(Surveys.STEP), any(), any());
        then(postscripts).should(never()).notSent(any(), any(), any());
    }

    @Test
    void sparesACustomerWhoWasAskedLately() {
        surveys.ask(over(Channel.MESSENGER, null));
        clock.advance(Duration.ofDays(29));
        var soon = over(Channel.MESSENGER, null);

        assertThat(surveys.ask(soon)).isFalse();
        then(postscripts)
                .should()
                .notSent(
                        soon,
                        Surveys.STEP,
                        new Reason("SURVEYED_RECENTLY", "The customer was asked within the last 30 days"));

        clock.advance(Duration.ofDays(2));
        assertThat(surveys.ask(over(Channel.MESSENGER, null))).isTrue();
    }

    @Test
    void saysInTheTranscriptWhyItDidNotAskAndMayAskNextTime() {
        given(postscripts.refusal(any(), anyString())).willReturn(Optional.of(CLOSED));
        var late = over(Channel.MESSENGER, null);

        assertThat(surveys.ask(late)).isFalse();
        then(postscripts).should().notSent(late, Surveys.STEP, CLOSED);

        given(postscripts.refusal(any(), anyString())).willReturn(Optional.empty());
        assertThat(surveys.ask(over(Channel.MESSENGER, null))).isTrue();
    }

    @Test
    void asksWhoseLastQuestionFacebookRefused() {
        var refused = over(Channel.MESSENGER, null);
        surveys.ask(refused);
        given(postscripts.isRefused(refused, Surveys.STEP)).willReturn(true);

        assertThat(surveys.ask(over(Channel.MESSENGER, null))).isTrue();
        assertThat(surveys.ask(over(Channel.MESSENGER, null)))
                .as("after one that came")
                .isFalse();
    }

    @Test
    void saysInTheTranscriptThatItsTaskWaitsForSomebody() {
        var id = over(Channel.MESSENGER, null);

        surveys.on(new JobFailed("ask-survey", id.value(), "The store is away", 1));
        then(postscripts).should(never()).notSent(any(), any(), any());
        surveys.on(new JobFailed("close-conversation", id.value(), "The store is away", 0));
        then(postscripts).should(never()).notSent(any(), any(), any());

        surveys.on(new JobFailed("ask-survey", id.value(), "The store is away", 0));
        then(postscripts)
                .should()
                .notSent(eq(id), eq(Surveys.HELD_UP_STEP), argThat(reason -> "SURVEY_HELD_UP".equals(reason.code())));
    }

    @Test
    void asksNothingUnderComments() {
        var id = over(Channel.COMMENT, null);

        assertThat(surveys.ask(id)).isFalse();

        then(postscripts).should().notSent(eq(id), eq(Surveys.STEP), any());
    }

    @Test
    void asksNothingWhereTheCampaignDoesNotWant() {
        given(campaigns.find(CAMPAIGN)).willReturn(Optional.of(with(Survey.OFF)));

        assertThat(surveys.ask(over(Channel.MESSENGER, null))).isFalse();

        then(postscripts).should(never()).notSent(any(), any(), any());
    }

    @Test
    void takesAPressedScoreHoweverLateAndAsksForAComment() {
        var id = asked();
        clock.advance(Duration.ofDays(3));

        assertThat(answers.takes(pressed(SurveyPayload.score(id, 4)))).isTrue();
        then(events).should().publishEvent(new SurveyAnswered(id));

        assertThat(results.find(id))
                .get()
                .returns(4, SurveyResult::score)
                .returns(clock.instant(), SurveyResult::ratedAt);
        then(postscripts).should().send(eq(id), eq(Surveys.COMMENT_STEP), eq("Why?"), any());
        then(engine)
                .should()
                .publish(argThat((EngineMessage message) -> message.name().equals("survey-answered")
                        && message.correlationKey().equals(id.value())));
    }

    @Test
    void thanksAtOnceWhereNoCommentIsWanted() {
        asking("");
        var id = asked();

        answers.takes(pressed(SurveyPayload.score(id, 5)));

        then(postscripts).should().send(id, Surveys.THANKS_STEP, "Thanks", List.of());
    }

    @Test
    void keepsTheFirstScoreAndShowsTheSecond() {
        var id = asked();
        answers.takes(pressed(SurveyPayload.score(id, 1)));
        var second = pressed(SurveyPayload.score(id, 5));

        assertThat(answers.takes(second)).isTrue();

        assertThat(results.find(id)).get().returns(1, SurveyResult::score);
        then(postscripts).should().answered(id, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", " 4 ", "4/5", "4 / 5.", "4!"})
    void takesATypedScore(String text) {
        var id = asked();

        assertThat(answers.takes(typed(text))).isTrue();

        assertThat(results.find(id)).get().returns(4, SurveyResult::score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "0", "45", "4 people, please", "Where is my parcel?", ""})
    void leavesEverythingElseToAConversation(String text) {
        var id = asked();

        assertThat(answers.takes(typed(text))).isFalse();

        assertThat(results.find(id)).get().returns(null, SurveyResult::score);
        then(postscripts).should(never()).answered(any(), any());
    }

    @Test
    void takesATypedScoreOnlyWhileItIsFresh() {
        asked();
        clock.advance(Duration.ofHours(25));

        assertThat(answers.takes(typed("4"))).isFalse();
    }

    @Test
    void takesTheTextAfterItsQuestionAsTheComment() {
        var id = asked();
        answers.takes(pressed(SurveyPayload.score(id, 2)));
        var comment = typed("Too slow");

        assertThat(answers.takes(comment)).isTrue();
        assertThat(answers.takes(comment)).as("the same once more").isTrue();
        assertThat(answers.takes(typed("By the way, another thing")))
                .as("what follows")
                .isFalse();

        assertThat(results.find(id)).get().returns("Too slow", SurveyResult::comment);
    }

    @Test
    void takesNothingThatWasWrittenBeforeItsQuestion() {
        var before = typed("4");
        clock.advance(Duration.ofMinutes(5));
        var id = asked();
        assertThat(answers.takes(before)).as("a number").isFalse();

        var text = typed("My parcel has not come");
        clock.advance(Duration.ofSeconds(1));
        answers.takes(pressed(SurveyPayload.score(id, 2)));
        assertThat(answers.takes(text)).as("a text").isFalse();
    }

    @Test
    void takesNoLateTextForTheComment() {
        var id = asked();
        answers.takes(pressed(SurveyPayload.score(id, 2)));
        clock.advance(Duration.ofMinutes(16));

        assertThat(answers.takes(typed("My parcel has not come"))).isFalse();
    }

    @Test
    void waitsForNoCommentFromWhoHasNone() {
        var id = asked();
        answers.takes(pressed(SurveyPayload.score(id, 2)));

        assertThat(answers.takes(pressed(SurveyPayload.noComment(id)))).isTrue();

        then(postscripts).should().send(id, Surveys.THANKS_STEP, "Thanks", List.of());
        assertThat(answers.takes(typed("One more question"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_STATUS", "pupitre:survey:", "pupitre:survey:nobody:4"})
    void leavesOtherButtonsAlone(String payload) {
        asked();

        assertThat(answers.takes(pressed(payload))).isFalse();
    }

    @Test
    void takesNoAnswerToSomebodyElsesSurvey() {
        var id = asked();
        var other = new Answer("m:100:8", "8", "mid.other", "4", SurveyPayload.score(id, 4), clock.instant());

        assertThat(answers.takes(other)).isFalse();
    }

    @Test
    void keepsTheScoreWhileTheEngineIsAway() {
        willThrow(mock(EngineUnavailable.class)).given(engine).publish(any());
        var id = asked();

        assertThat(answers.takes(pressed(SurveyPayload.score(id, 3)))).isTrue();

        assertThat(results.find(id)).get().returns(3, SurveyResult::score);
    }

    @Test
    void forgetsWhoseTheScoreWas() {
        var id = asked();
        answers.takes(pressed(SurveyPayload.score(id, 2)));
        answers.takes(typed("Call me at home"));

        surveys.on(new ConversationEvent.Erased(id));
        surveys.on(new ConversationEvent.Erased(id));

        assertThat(results.find(id))
                .get()
                .returns(2, SurveyResult::score)
                .returns(null, SurveyResult::comment)
                .returns(null, SurveyResult::thread);
        assertThat(results.last(THREAD)).isEmpty();
    }

    private ConversationId asked() {
        var id = over(Channel.MESSENGER, null);
        surveys.ask(id);
        return id;
    }

    private void asking(String commentQuestion) {
        given(campaigns.find(CAMPAIGN))
                .willReturn(Optional.of(with(new Survey(
                        true,
                        QUESTION,
                        new Localised(Map.of("default", commentQuestion)),
                        new Localised(Map.of("default", "Thanks")),
                        30))));
    }

    private Answer pressed(String payload) {
        return new Answer(THREAD, "7", "mid." + mids.incrementAndGet(), "?", payload, clock.instant());
    }

    private Answer typed(String text) {
        return new Answer(THREAD, "7", "mid." + mids.incrementAndGet(), text, null, clock.instant());
    }

    private static Campaign with(Survey survey) {
        var usual = Campaign.usual(CAMPAIGN, "Shop", "always", ZoneOffset.UTC);
        return new Campaign(
                usual.id(),
                usual.name(),
                true,
                usual.channels(),
                usual.pages(),
                usual.objective(),
                usual.strategy(),
                usual.schedule(),
                usual.zone(),
                usual.thresholds(),
                usual.waiting(),
                usual.maximumPerAgent(),
                usual.greeting(),
                usual.afterHours(),
                survey,
                usual.assistant(),
                usual.cannedResponses(),
                usual.members(),
                usual.tags(),
                1);
    }

    private ConversationId over(Channel channel, @Nullable String locale) {
        var id = new ConversationId(UUID.randomUUID().toString());
        var now = clock.instant();
        given(postscripts.find(id))
                .willReturn(Optional.of(new Conversation(
                        id,
                        ConversationState.CLOSED,
                        channel,
                        new Party("100", "Shop"),
                        new Conversation.Customer("7", "Marie", null, locale),
                        null,
                        null,
                        CAMPAIGN,
                        new Party("alice", "Alice"),
                        0,
                        now,
                        now,
                        now,
                        now,
                        now,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null,
                        null,
                        null,
                        Duration.ZERO,
                        false,
                        0,
                        null,
                        2,
                        2,
                        List.of(),
                        null,
                        null,
                        Times.NONE,
                        null,
                        5)));
        return id;
    }
}
