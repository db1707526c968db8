package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.assistant.AssistantProperties.LimitName;
import dev.pupitre.assistant.ChatStub.Manner;
import dev.pupitre.campaign.Assistant;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AssistedRoom;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The AI agent's turns with a model behind a real address, in conversations on a real store. */
class ModelAnswererTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);
    private static final String NOTICE = Phrases.AUTOMATED.in("en");

    /** With the prices of {@link #turns} an answer of the stand-in costs 200 x 2 + 50 x 10 millionths. */
    private static final long AN_ANSWER = 900;

    private final ChatStub server = new ChatStub();
    private final AssistedRoom room = new AssistedRoom();
    private final Campaigns campaigns = mock();
    private @Nullable ChatModel model;

    @AfterEach
    void close() {
        if (model != null) {
            model.destroy();
        }
        room.close();
        server.close();
    }

    private Turns turns(@Nullable URI address, Duration timeout, BigDecimal limit) {
        var usual = Shop.assistant(Assistant.Kind.MODEL);
        var campaign = Shop.with(
                new Assistant(true, Assistant.Kind.MODEL, usual.entries(), usual.threshold(), usual.turns(), limit));
        given(campaigns.find(any())).willReturn(Optional.of(campaign));
        var properties = new AssistantProperties(
                address,
                new Secret("key-1"),
                "small",
                timeout,
                100,
                LimitName.MAX_TOKENS,
                new BigDecimal("2"),
                new BigDecimal("10"),
                2,
                10);
        model = new ChatModel(properties);
        var answerer = new ModelAnswerer(new KnowledgeIndexes(), model, properties);
        return new Turns(room.agent(), campaigns, new Answerers(List.of(answerer)), room.wordings());
    }

    private Turns turns() {
        return turns(server.base(), PATIENCE, BigDecimal.ONE);
    }

    @Test
    void answersInTheModelsWordsAndPaysForThem() {
        server.answers(ChatStub.says("We open at nine."));
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns().take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.said(id)).containsExactly(NOTICE, "We open at nine.");
        assertThat(room.automation().spent()).isEqualTo(AN_ANSWER);
        assertThat(server.keys).containsExactly("Bearer key-1");
    }

    @Test
    void givesTheModelTheEntriesThatASearchFindsAndWhatWasSaid() {
        var turns = turns();
        var id = room.opened(Shop.ID, "When do you open?");
        turns.take(id);
        room.write("Do you deliver?");
        turns.take(id);

        var request = server.requests.getLast();
        var messages = request.path("messages");
        assertThat(messages.path(0).path("role").asString()).isEqualTo("system");
        assertThat(messages.path(0).path("content").asString())
                .contains("Café des Lilas", "Delivery costs 4.90")
                .doesNotContain("PayPal");
        assertThat(messages.valueStream()
                        .skip(1)
                        .map(message -> message.path("role").asString() + ": "
                                + message.path("content").asString()))
                .containsExactly(
                        "user: When do you open?",
                        "assistant: " + NOTICE,
                        "assistant: Bonjour",
                        "user: Do you deliver?");
        assertThat(request.path("model").asString()).isEqualTo("small");
        assertThat(request.path("max_tokens").asInt()).isEqualTo(100);
        assertThat(request.path("stream").asBoolean(false)).isFalse();
    }

    @Test
    void handsOverWhatTheModelDoesNotKnow() {
        server.answers(ChatStub.says("HAND_OVER"));
        var id = room.opened(Shop.ID, "Do you repair telephones?");

        assertThat(turns().take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(reasons(id)).containsExactly("UNKNOWN");
    }

    @Test
    void asksNoModelWhereAHumanIsWanted() {
        var id = room.opened(Shop.ID, "I want to speak to a person");

        assertThat(turns().take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(server.requests).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("an error", ChatStub.fails(500, "{\"error\":{\"message\":\"overloaded\"}}")),
                Arguments.of("a wrong key", ChatStub.fails(401, "{\"error\":{\"message\":\"no\"}}")),
                Arguments.of("too many requests", ChatStub.fails(429, "")),
                Arguments.of("no JSON", ChatStub.fails(200, "<html>Gateway</html>")),
                Arguments.of("JSON of another shape", ChatStub.fails(200, "{\"answer\":42}")),
                Arguments.of("no choice", ChatStub.fails(200, "{\"id\":\"c\",\"model\":\"small\",\"choices\":[]}")),
                Arguments.of("half an answer", ChatStub.completes("We open at", "length", "")),
                Arguments.of("a filtered answer", ChatStub.completes("", "content_filter", "")),
                Arguments.of("a stream", ChatStub.fails(200, "data: {\"choices\":[]}\n\ndata: [DONE]\n\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void handsOverWhenTheModelFails(String failure, Manner manner) {
        server.answers(manner);
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns().take(id)).as(failure).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(reasons(id)).containsExactly("FAILED");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void handsOverWhenTheModelStaysSilent() {
        server.answers(server.staysSilent());
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns(server.base(), IMPATIENCE, BigDecimal.ONE).take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(reasons(id)).containsExactly("FAILED");
        assertThat(room.automation().spent())
                .as("what nobody knows counts as spent")
                .isPositive();
    }

    @Test
    void handsOverWhenTheModelStopsHalfWay() {
        server.answers(server.stopsHalfWay());
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns(server.base(), IMPATIENCE, BigDecimal.ONE).take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(reasons(id)).containsExactly("FAILED");
    }

    @Test
    void handsOverWhereNothingListensOrNoModelIsSetUp() {
        var nowhere = server.base();
        server.close();
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns(nowhere, PATIENCE, BigDecimal.ONE).take(id)).isEqualTo(Outcome.HAND_OFF);
        room.handOn(id, Target.assistant());
        room.write("When do you open?");
        assertThat(turns(null, PATIENCE, BigDecimal.ONE).take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(reasons(id)).containsExactly("FAILED", "NO_MODEL");
    }

    @Test
    void dropsAnAnswerThatComesAfterAHumans() {
        server.answers(exchange -> {
            room.answerInMetasInbox("We open at nine!");
            ChatStub.says("Closed.").answer(exchange);
        });
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns().take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(reasons(id)).containsExactly("HUMAN");
        assertThat(room.automation().spent()).isEqualTo(AN_ANSWER);
    }

    @Test
    void asksNoMoreWhenTheNextAnswerMightCostTooMuch() {
        server.answers(
                ChatStub.completes("At nine.", "stop", "\"usage\":{\"prompt_tokens\":1500,\"completion_tokens\":100}"));
        var turns = turns(server.base(), PATIENCE, new BigDecimal("0.005"));
        var id = room.opened(Shop.ID, "When do you open?");

        var outcomes = Stream.generate(() -> {
                    var outcome = turns.take(id);
                    room.write("When do you open?");
                    return outcome;
                })
                .limit(3)
                .toList();

        assertThat(outcomes).containsExactly(Outcome.ANSWERED, Outcome.HAND_OFF, Outcome.HAND_OFF);
        assertThat(reasons(id)).containsExactly("COST");
        assertThat(server.requests).hasSize(1);
        assertThat(room.automation().spent()).isEqualTo(4000);
    }

    @Test
    void countsACallThatACrashCutOffAsSpent() {
        var id = room.opened(Shop.ID, "When do you open?");
        var budget = new ConversationBudget(room.agent(), id, 5000);
        assertThat(budget.reserve(3000)).isTrue();

        assertThat(turns(server.base(), PATIENCE, new BigDecimal("0.005")).take(id))
                .isEqualTo(Outcome.HAND_OFF);

        assertThat(reasons(id)).containsExactly("COST");
        assertThat(room.automation().spent()).isEqualTo(3000);
    }

    @Test
    void keepsWhatItReservedWhereTheModelDoesNotTellWhatItUsed() {
        server.answers(ChatStub.completes("We open at nine.", "stop", ""));
        var id = room.opened(Shop.ID, "When do you open?");

        assertThat(turns().take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.automation().spent()).isGreaterThan(AN_ANSWER);
    }

    private List<String> reasons(ConversationId id) {
        return room.handedOver(id).stream()
                .map(summary -> String.valueOf(summary.get("reason")))
                .toList();
    }
}
