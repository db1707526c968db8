package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.engine.EngineInHand;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Processes that are held up or lost, on the real broker: found, with the reason, and pushed on. */
class StuckIT {
    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final EngineInHand engine = new EngineInHand(pupitre.context);
    private final MongoTemplate store = pupitre.context.getBean(MongoTemplate.class);
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @BeforeEach
    void come() {
        alice.is("ONLINE");
    }

    @AfterEach
    void leave() {
        alice.is("OFFLINE");
    }

    @Test
    void goesOnFromATableThatCouldNotBeEvaluatedWithOneProcessAndOneGreeting() {
        var customer = Customer.named(pupitre.base, "Held");
        greeting(true);
        try {
            var held = heldByATable(customer);

            // The watchdog sees by itself that the table is mended: who pushes first, is not to matter.
            var outcomes =
                    Stream.of(1, 2, 3).map(_ -> CompletableFuture.supplyAsync(() -> push(customer))).toList().stream()
                            .map(CompletableFuture::join)
                            .toList();
            var id = alice.isGiven(customer);

            assertThat(outcomes).isSubsetOf("BEGUN_AGAIN", "UNDER_WAY", "MOVES");
            await().until(() -> engine.isGone(held));
            assertThat(engine.isGone(processOf(customer).orElseThrow())).isFalse();
            ends(id);
            assertThat(customer.received()).containsExactly("Welcome");
        } finally {
            greeting(false);
        }
    }

    /** The process that could not go on, though now it could. */
    private long heldByATable(Customer customer) {
        engine.breakTable("routing");
        try {
            customer.writes("this is urgent");
            var stuck = isStuckBecauseOf("TABLE", customer);
            assertThat(stuck.at("/cause/subject").asString()).isEqualTo("routing");
            assertThat(stuck.at("/cause/version").asInt()).isPositive();
            assertThat(stuck.get("step").asString()).isEqualTo("DECIDE");
            return processOf(customer).orElseThrow();
        } finally {
            engine.mendTable("routing");
        }
    }

    @Test
    void namesTheJobThatNobodyWorksOnAndGoesOnWhenSomebodyDoes() {
        var customer = Customer.named(pupitre.base, "Unserved");
        engine.closeWorker("queue-conversation");
        try {
            customer.writes("Hello");

            var stuck = isStuckBecauseOf("NO_WORKER", customer);
            assertThat(stuck.at("/cause/subject").asString()).isEqualTo("queue-conversation");
        } finally {
            engine.openWorkers();
        }

        ends(alice.isGiven(customer));
        await().until(() -> stuck(customer).isEmpty());
    }

    @Test
    void givesAnAgentWhoseConversationLostItsProcessAnotherOne() {
        var customer = Customer.named(pupitre.base, "Lost");
        customer.writes("Hello");
        var id = alice.isGiven(customer);
        var before = processOf(customer).orElseThrow();

        engine.cancel(before);

        await().until(() ->
                processOf(customer).filter(now -> !now.equals(before)).isPresent());
        assertThat(alice.conversation(id).get("state").asString()).isEqualTo("ASSIGNED");
        ends(id);
    }

    @Test
    void takesUpWhoWaitsWithoutAProcess() {
        alice.is("OFFLINE");
        var customer = Customer.named(pupitre.base, "Waiting");
        customer.writes("Hello");
        await().until(() -> state(customer).equals("WAITING"));
        var before = processOf(customer).orElseThrow();

        engine.cancel(before);
        await().until(() -> engine.isGone(before));
        assertThat(push(customer)).isIn("TAKEN_UP", "UNDER_WAY");
        await().until(() ->
                processOf(customer).filter(now -> !now.equals(before)).isPresent());
        alice.is("ONLINE");

        ends(alice.isGiven(customer));
    }

    @Test
    void leavesAloneWhatMovesWhateverIsAskedAndByWhom() {
        var customer = Customer.named(pupitre.base, "Served");
        customer.writes("Hello");
        var id = alice.isGiven(customer);
        var process = processOf(customer).orElseThrow();

        assertThat(push(customer)).isEqualTo("MOVES");
        assertThat(alice.http.post("/api/v1/conversations/" + id + "/push", Map.of()))
                .returns(403, Answer::status);
        assertThat(alice.http.get("/api/v1/monitor/stuck")).returns(403, Answer::status);
        assertThat(sofia.post("/api/v1/conversations/no-such-one/push", Map.of()))
                .returns(404, Answer::status);

        assertThat(processOf(customer)).contains(process);
        ends(id);
    }

    private void ends(String id) {
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
    }

    private String push(Customer customer) {
        var id = alice.conversationOf(customer).orElseThrow().get("id").asString();
        return sofia.post("/api/v1/conversations/" + id + "/push", Map.of())
                .json()
                .get("outcome")
                .asString();
    }

    /** A look that the engine answers late may not know the reason yet. */
    private JsonNode isStuckBecauseOf(String cause, Customer customer) {
        return await().until(
                        () -> stuck(customer)
                                .filter(one -> one.at("/cause/kind").asString().equals(cause)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> stuck(Customer customer) {
        return list("/api/v1/monitor/stuck").stream()
                .filter(one -> alice.conversationOf(customer)
                        .filter(open -> open.get("id").equals(one.get("conversation")))
                        .isPresent())
                .findFirst();
    }

    private List<JsonNode> list(String path) {
        return sofia.get(path).json().valueStream().toList();
    }

    private String state(Customer customer) {
        return alice.conversationOf(customer)
                .map(found -> found.get("state").asString())
                .orElse("");
    }

    /** The process that the conversation was last heard of by. */
    private Optional<Long> processOf(Customer customer) {
        return store.findAll(Document.class, "live").stream()
                .filter(found -> found.getEmbedded(List.of("customer", "_id"), String.class)
                        .equals(customer.id))
                .findFirst()
                .map(found -> found.getEmbedded(List.of("course", "trail", "process"), Long.class));
    }

    private void greeting(boolean on) {
        var campaign = sofia.get("/api/v1/campaigns/default").json();
        var changed = Map.of(
                "version",
                campaign.get("version").asInt(),
                "greeting",
                Map.of("on", on, "text", Map.of("default", on ? "Welcome" : "")));
        assertThat(sofia.patch("/api/v1/campaigns/default", changed)).returns(200, Answer::status);
    }
}
