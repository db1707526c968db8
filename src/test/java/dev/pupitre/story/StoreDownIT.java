package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.store.RunningStore;
import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store stands behind a line of its own, which is cut while the application and its engine go on. */
class StoreDownIT {
    private static final RunningStore STORE = new RunningStore(RunningPupitre.emptied("store-down-data"));
    private static final Line TO_STORE = new Line(STORE.port());
    private static final PupitreProcess PUPITRE = new PupitreProcess(
            "store-down",
            RunningPupitre.freePort(),
            "--spring.mongodb.uri=mongodb://127.0.0.1:" + TO_STORE.port() + "/pupitre",
            "--pupitre.graph.timeout=5s",
            "--pupitre.outbox.lease=6s",
            "--pupitre.conversation.sweep-interval=1s",
            "--pupitre.conversation.left-behind-after=2s",
            "--pupitre.sandbox.redelivery.longest-wait=1s");

    private final HttpSession meta = new HttpSession(PUPITRE.base);
    private final DeskAgent agent = DeskAgent.withToken(PUPITRE.base);

    @BeforeAll
    static void start() {
        PUPITRE.start();
    }

    @AfterAll
    static void end() {
        PUPITRE.close();
        TO_STORE.close();
        STORE.close();
    }

    @Test
    void asksMetaToSendAgainSaysWhatIsDownAndGoesOnWhereItWas() {
        agent.is("ONLINE");
        var customer = Customer.named(PUPITRE.base, "Patient");
        var lines = new ArrayList<String>();
        write(customer, lines);
        var id = agent.isGiven(customer);
        meta.put("/sandbox/api/behaviour", Map.of("delayMillis", 2000));

        assertThat(agent.replies(id, "on its way when the store goes")).returns(202, Answer::status);
        patiently().until(() -> !customer.received().isEmpty());
        write(customer, lines);
        TO_STORE.cut();
        write(customer, lines);

        patiently()
                .untilAsserted(() -> assertThat(customer.undelivered())
                        .anySatisfy(line ->
                                assertThat(line.get("problem").asString()).contains("503")));
        assertThat(PUPITRE.health("mongo")).isEqualTo("DOWN");
        assertThat(PUPITRE.health("engine")).isEqualTo("UP");
        assertThat(agent.replies(id, "not taken")).returns(503, Answer::status);

        meta.put("/sandbox/api/behaviour", Map.of());
        TO_STORE.mend();
        write(customer, lines);
        patiently()
                .untilAsserted(() -> assertThat(agent.replies(id, "back again")).returns(202, Answer::status));

        patiently().untilAsserted(() -> assertThat(customer.undelivered()).isEmpty());
        patiently().untilAsserted(() -> assertThat(written(id, "IN")).containsExactlyElementsOf(lines));
        patiently().untilAsserted(() -> assertThat(agent.statuses(id)).containsOnly("RECEIVED", "DELIVERED"));
        assertThat(customer.received()).containsExactly("on its way when the store goes", "back again");
        assertThat(PUPITRE.health("mongo")).isEqualTo("UP");
        assertThat(agent.resolves(id)).returns(202, Answer::status);
        patiently()
                .untilAsserted(
                        () -> assertThat(agent.conversation(id).get("state").asString())
                                .isEqualTo("CLOSED"));
        assertThat(customer.received()).hasSize(2);
    }

    private static void write(Customer customer, List<String> lines) {
        for (int number = 0; number < 3; number++) {
            var line = "line " + lines.size();
            customer.writes(line);
            lines.add(line);
        }
    }

    private List<String> written(String id, String direction) {
        return agent.messages(id).stream()
                .filter(message -> message.get("direction").asString().equals(direction))
                .map(message -> message.get("text").asString())
                .toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
