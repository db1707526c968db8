package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The looking after a Page on the real broker, with the test in the place of the worker. */
class PageHealthProcessIT {
    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final String NEVER = "PT24H";
    private static final String SOON = "PT2S";
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();

    private final String page = UUID.randomUUID().toString();

    @BeforeAll
    static void takeTheJobs() {
        PackagedModels.deploy(CLIENT);
        CLIENT.newWorker()
                .jobType("check-page")
                .handler((_, job) ->
                        jobsFor(String.valueOf(job.getVariable("pageId"))).add(job))
                .timeout(PATIENCE)
                .open();
    }

    @AfterEach
    void end() {
        publish("page-disconnected");
    }

    @Test
    void looksAgainAndAgainWhileThePageWorks() {
        publish("page-connected");

        var first = finds("works", SOON);
        var second = finds("works", SOON);
        var third = finds("works", NEVER);

        assertThat(second.getProcessInstanceKey()).isEqualTo(first.getProcessInstanceKey());
        assertThat(third.getProcessInstanceKey()).isEqualTo(first.getProcessInstanceKey());
        assertThat(isMending(third)).isFalse();
    }

    @Test
    void looksAtOnceWhenSomethingWentWrong() {
        publish("page-connected");
        finds("works", NEVER);

        publish("page-broken");

        assertThat(isMending(finds("works", NEVER))).isFalse();
    }

    @Test
    void waitsForSomebodyWhileThePageIsBroken() {
        publish("page-connected");

        finds("broken", NEVER);

        assertThat(anotherWithin(A_WHILE)).isFalse();
        publish("page-mended");
        var job = finds("works", NEVER);
        assertThat(isMending(job)).isFalse();
        assertThat(TestBroker.isOver(job)).isFalse();
    }

    @Test
    void asksForTheSamePersonsHelpAgainWhenThePageIsStillBroken() {
        publish("page-connected");
        finds("broken", NEVER);
        publish("page-mended");

        finds("broken", NEVER);

        assertThat(anotherWithin(A_WHILE)).isFalse();
        publish("page-mended");
        finds("works", NEVER);
    }

    @Test
    void looksNowAndThenWhetherItWorksByItselfWithoutTakingTheTaskAway() {
        publish("page-connected");
        var broken = finds("broken", SOON);

        var looking = next();
        complete(looking, "broken", SOON);
        var lookingAgain = next();
        complete(lookingAgain, "works", SOON);
        publish("page-mended");
        var checked = checkedAfterMending();

        assertThat(isMending(looking)).isTrue();
        assertThat(isMending(lookingAgain)).isTrue();
        assertThat(checked.getProcessInstanceKey()).isEqualTo(broken.getProcessInstanceKey());
        assertThat(isMending(checked)).isFalse();
    }

    @Test
    void endsWhenThePageIsDisconnectedWhileItWorks() {
        publish("page-connected");
        var job = finds("works", NEVER);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);

        publish("page-disconnected");

        TestBroker.awaitEnd(job);
    }

    @Test
    void endsWhenThePageIsDisconnectedWhileItIsBroken() {
        publish("page-connected");
        var job = finds("broken", NEVER);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);

        publish("page-disconnected");

        TestBroker.awaitEnd(job);
    }

    @Test
    void endsWhenTheCheckFindsNoPageAndStartsAnewWhenItIsConnectedAgain() {
        publish("page-connected");
        var job = finds("disconnected", NEVER);
        TestBroker.awaitEnd(job);

        publish("page-connected");

        assertThat(finds("works", NEVER).getProcessInstanceKey()).isNotEqualTo(job.getProcessInstanceKey());
    }

    @Test
    void isThereOnceHoweverOftenItIsStarted() {
        publish("page-connected");
        publish("page-connected");
        finds("works", NEVER);

        publish("page-connected");

        assertThat(anotherWithin(A_WHILE)).isFalse();
    }

    /** As the application does: held back for nobody, but for what waits to be heard. */
    private void publish(String name) {
        var kept = name.equals("page-broken") || name.equals("page-mended") ? Duration.ofMinutes(1) : Duration.ZERO;
        try {
            CLIENT.newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(page)
                    .messageId(kept.isZero() ? page : UUID.randomUUID().toString())
                    .timeToLive(kept)
                    .variables(Map.of("pageId", page))
                    .send()
                    .join();
        } catch (ClientStatusException repeated) {
            assertThat(repeated.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
        }
    }

    private ActivatedJob finds(String verdict, String interval) {
        var job = next();
        complete(job, verdict, interval);
        return job;
    }

    /** The timer may have been quicker once more. */
    private ActivatedJob checkedAfterMending() {
        var job = next();
        while (isMending(job)) {
            complete(job, "works", NEVER);
            job = next();
        }
        complete(job, "works", NEVER);
        return job;
    }

    private static void complete(ActivatedJob job, String verdict, String interval) {
        var found = new HashMap<String, Object>();
        found.put("verdict", verdict);
        found.put("interval", interval);
        found.put("page", "Café");
        found.put("reason", null);
        CLIENT.newCompleteCommand(job).variables(found).send().join();
    }

    private static boolean isMending(ActivatedJob job) {
        return Boolean.TRUE.equals(job.getVariablesAsMap().get("mending"));
    }

    private ActivatedJob next() {
        return Objects.requireNonNull(poll(PATIENCE), "Expected a job check-page, but none came");
    }

    private boolean anotherWithin(Duration patience) {
        return poll(patience) != null;
    }

    private @Nullable ActivatedJob poll(Duration patience) {
        try {
            return jobsFor(page).poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BlockingQueue<ActivatedJob> jobsFor(String page) {
        return JOBS.computeIfAbsent(page, _ -> new LinkedBlockingQueue<>());
    }
}
