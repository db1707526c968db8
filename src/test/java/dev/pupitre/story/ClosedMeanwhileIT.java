package dev.pupitre.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.pupitre.engine.EngineInHand;
import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The desk closes, and everybody goes home, while an AI agent answers: it hands off to nobody. */
class ClosedMeanwhileIT extends WebhookStory {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HOURS = "We are open from 9 to 6.";
    private static final String NOTICE = "This is the shop's robot.";
    private static final String CLOSED = "Closed for today.";

    private final CatchAll catchAll = new CatchAll(DeskAgent.loggedIn(pupitre.base, "sofia").http);
    private final EngineInHand engine = new EngineInHand(pupitre.context);
    private final MongoTemplate store = pupitre.context.getBean(MongoTemplate.class);

    @BeforeEach
    void letTheAiAgentAnswer() {
        catchAll.change(Map.of(
                "assistant",
                Map.of(
                        "on",
                        true,
                        "kind",
                        "BUILT_IN",
                        "entries",
                        List.of(Map.of(
                                "questions",
                                List.of("What are your opening hours?"),
                                "answer",
                                Map.of("default", HOURS))),
                        "threshold",
                        0.5,
                        "turns",
                        5,
                        "costLimit",
                        0.1),
                "greeting",
                Map.of("on", false, "text", Map.of(), "automatedNotice", Map.of("default", NOTICE))));
    }

    @AfterEach
    void openAgain() {
        catchAll.restore();
    }

    @Test
    void tellsWhomTheAiAgentHandsOffThatTheDeskIsClosedAndEndsTheConversationWithItsProcess() {
        var id = handedOffAfterClosing("CLOSE");

        await().atMost(PATIENCE)
                .until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
        assertThatObject(alice.conversation(id))
                .returns(true, over -> over.get("assignee").isNull())
                .returns(true, over -> over.get("score").isNull());
        var process = processOf(id);
        await().atMost(PATIENCE).until(() -> engine.isGone(process));
        assertThat(customer.received()).filteredOn(CLOSED::equals).hasSize(1);
        assertThat(lines(id, "NOT_SENT")).isEmpty();

        customer.writes("Hello again");
        await().atMost(PATIENCE).until(() -> alice.historyOf(customer).size() == 2);
        await().atMost(PATIENCE)
                .until(() -> alice.historyOf(customer)
                        .getLast()
                        .get("state")
                        .asString()
                        .equals("CLOSED"));
        assertThat(customer.received()).filteredOn(CLOSED::equals).hasSize(1);
    }

    @Test
    void keepsThePlaceOfWhomTheAiAgentHandsOffUntilSomebodyComes() {
        var id = handedOffAfterClosing("WAIT");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).last().isEqualTo(CLOSED));
        assertThat(alice.conversation(id).get("state").asString()).isEqualTo("WAITING");

        alice.is("ONLINE");

        assertThat(alice.isGiven(customer)).isEqualTo(id);
        assertThat(alice.replies(id, "By chance I am here.")).returns(202, Answer::status);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).last().isEqualTo("By chance I am here."));
        assertThat(customer.received()).filteredOn(CLOSED::equals).hasSize(1);
        assertThat(engine.isGone(processOf(id))).isFalse();
    }

    private String handedOffAfterClosing(String then) {
        customer.writes("What are your opening hours?");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly(NOTICE, HOURS));
        var id = alice.conversationOf(customer).orElseThrow().get("id").asString();
        alice.is("OFFLINE");
        catchAll.change(EveningDesk.closed(Map.of("default", CLOSED), then));
        customer.writes("I would like to speak to a person please");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).contains(CLOSED));
        assertThat(lines(id, "HANDED_OVER")).hasSize(1);
        return id;
    }

    private long processOf(String id) {
        return Stream.of("live", "recordings")
                .flatMap(collection -> store.findAll(Document.class, collection).stream())
                .filter(found -> id.equals(found.getString("conversationId")))
                .map(found -> requireNonNull(found.getEmbedded(List.of("course", "trail", "process"), Long.class)))
                .findFirst()
                .orElseThrow();
    }
}
