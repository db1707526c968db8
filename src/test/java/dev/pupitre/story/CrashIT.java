package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.sandbox.RunningSandbox;
import dev.pupitre.story.HttpSession.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The application and its broker are really killed; the sandbox stands outside and counts what the customers get. */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int PORT = RunningPupitre.freePort();
    private static final Line TO_WEBHOOK = new Line(PORT);
    private static final RunningSandbox SANDBOX =
            RunningSandbox.calling(URI.create("http://localhost:" + TO_WEBHOOK.port() + "/webhooks/meta"));
    private static final URI META = URI.create("http://localhost:" + SANDBOX.port());
    private static final Line TO_GRAPH = new Line(SANDBOX.port());
    private static final PupitreProcess PUPITRE = new PupitreProcess(
            "crash",
            PORT,
            "--pupitre.graph.base-url=http://localhost:" + TO_GRAPH.port() + "/sandbox/graph",
            "--pupitre.graph.timeout=5s",
            "--pupitre.outbox.lease=6s",
            "--pupitre.conversation.sweep-interval=1s",
            "--pupitre.conversation.left-behind-after=2s",
            "--pupitre.engine.job-timeout=10s",
            "--pupitre.routing.capacity=1000");

    private final DeskAgent agent = DeskAgent.withToken(PUPITRE.base);

    @AfterAll
    static void end() {
        PUPITRE.close();
        TO_GRAPH.close();
        TO_WEBHOOK.close();
        SANDBOX.close();
    }

    @BeforeEach
    void somebodyIsThere() {
        if (!PUPITRE.isRunning()) {
            PUPITRE.start();
        }
        agent.is("ONLINE");
    }

    @AfterEach
    void mend() {
        TO_WEBHOOK.mend();
        TO_GRAPH.mend();
    }

    @Test
    void aMessageThatWasStoredButNotPublishedGoesOnAfterTheCrash() {
        var customer = Customer.named(META, "Stored");
        try (var _ = PUPITRE.withoutBroker()) {
            customer.writes("first");
            customer.writes("second");
            patiently()
                    .untilAsserted(() -> assertThat(agent.historyOf(customer))
                            .singleElement()
                            .returns("NEW", CrashIT::state)
                            .returns(
                                    2,
                                    conversation ->
                                            conversation.get("messageCount").asInt()));
            assertThat(customer.undelivered()).isEmpty();
            PUPITRE.kill();
        }
        PUPITRE.start();

        var id = agent.isGiven(customer);
        assertThat(agent.texts(id)).containsExactly("first", "second");
        endsWith(id, customer);
        assertThat(agent.historyOf(customer)).hasSize(1);
    }

    @Test
    void aMessageThatMetaTookIsNotSentAgainAfterTheCrash() {
        var customer = Customer.named(META, "Taken");
        customer.writes("Hello");
        var id = agent.isGiven(customer);
        TO_GRAPH.swallowAnswers();
        TO_WEBHOOK.cut();

        agent.replies(id, "taken, but not recorded");
        patiently().untilAsserted(() -> assertThat(customer.received()).containsExactly("taken, but not recorded"));
        assertThat(agent.statuses(id).getLast()).isIn("QUEUED", "SENDING");
        PUPITRE.kill();
        mend();
        PUPITRE.start();
        agent.replies(id, "next");

        patiently()
                .untilAsserted(
                        () -> assertThat(agent.statuses(id)).containsExactly("RECEIVED", "DELIVERED", "DELIVERED"));
        assertThat(customer.received()).containsExactly("taken, but not recorded", "next");
        endsWith(id, customer);
    }

    @Test
    void aMessageThatMetaDidNotTakeIsSentOnceAfterTheCrash() {
        var customer = Customer.named(META, "Lost");
        customer.writes("Hello");
        var id = agent.isGiven(customer);
        TO_GRAPH.swallow();

        agent.replies(id, "lost on the way");
        TO_GRAPH.awaitSwallowed();
        PUPITRE.kill();
        assertThat(customer.received()).isEmpty();
        TO_GRAPH.cut();
        TO_GRAPH.mend();
        PUPITRE.start("--pupitre.outbox.echo-wait-after-crash=2s");
        agent.replies(id, "next");

        patiently()
                .untilAsserted(
                        () -> assertThat(agent.statuses(id)).containsExactly("RECEIVED", "DELIVERED", "DELIVERED"));
        assertThat(customer.received()).containsExactly("lost on the way", "next");
        endsWith(id, customer);
    }

    @Test
    void withoutTheBrokerMessagesAreStoredAndAnswersGoOut() {
        var known = Customer.named(META, "Known");
        known.writes("Hello");
        var id = agent.isGiven(known);
        var unknown = Customer.named(META, "Unknown");

        try (var _ = PUPITRE.withoutBroker()) {
            unknown.writes("Is somebody there?");
            agent.replies(id, "without the broker");

            patiently().untilAsserted(() -> assertThat(known.received()).containsExactly("without the broker"));
            patiently()
                    .untilAsserted(() ->
                            assertThat(agent.historyOf(unknown)).singleElement().returns("NEW", CrashIT::state));
            patiently().until(() -> PUPITRE.health("engine").equals("DOWN"));
            assertThat(PUPITRE.health("mongo")).isEqualTo("UP");
        }
        endsWith(agent.isGiven(unknown), unknown);
        endsWith(id, known);
    }

    @Test
    void aBrokerKilledUnderLoadCostsNothing() throws InterruptedException {
        var load = new Load(META, agent, 6).start();
        patiently().until(() -> load.answers() > 10);

        PUPITRE.killBroker();
        patiently().until(() -> !PUPITRE.health("engine").equals("UP"));
        patiently().until(() -> PUPITRE.health("engine").equals("UP"));

        settles(load);
    }

    @Test
    void anApplicationKilledUnderLoadAgainAndAgainCostsNothing() throws InterruptedException {
        var seed = System.nanoTime();
        LOG.info("Kills with the seed {}", seed);
        var random = new Random(seed);
        var load = new Load(META, agent, 6).start();
        for (int round = 1; round <= 3; round++) {
            var answersBefore = load.answers();
            patiently().until(() -> load.answers() > answersBefore + 5);
            Thread.sleep(random.nextInt(1500));
            PUPITRE.kill();
            PUPITRE.start("--pupitre.outbox.echo-wait-after-crash=80s");
        }

        settles(load);
    }

    @Test
    void aSecondStartFindsYesterdaysConversationsAndTheirProcesses() {
        var customer = Customer.named(META, "Yesterday");
        customer.writes("See you tomorrow");
        var id = agent.isGiven(customer);

        PUPITRE.stop();
        PUPITRE.start();

        assertThat(agent.texts(id)).containsExactly("See you tomorrow");
        agent.replies(id, "Good morning");
        patiently().untilAsserted(() -> assertThat(customer.received()).containsExactly("Good morning"));
        endsWith(id, customer);
        customer.writes("And again");
        assertThat(agent.isGiven(customer)).isNotEqualTo(id);
    }

    private void settles(Load load) throws InterruptedException {
        load.endWriting();
        LOG.info("{} messages were written under load, and {} answered", load.messages(), load.answers());
        patiently()
                .until(() -> agent.mine().stream()
                        .allMatch(conversation -> conversation.get("unanswered").asInt() == 0));
        load.end();
        patiently().untilAsserted(load::assertSettled);
        load.resolveAll();
        patiently().untilAsserted(load::assertAllClosed);
        load.assertSettled();
    }

    /** The agent resolves, the process ends, and gives the agent's place back. */
    private void endsWith(String id, Customer customer) {
        var before = customer.received();
        assertThat(agent.resolves(id)).returns(202, Answer::status);
        patiently()
                .untilAsserted(() -> assertThat(state(agent.conversation(id))).isEqualTo("CLOSED"));
        assertThat(customer.received()).isEqualTo(before);
    }

    private static String state(JsonNode conversation) {
        return conversation.get("state").asString();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(4));
    }
}
