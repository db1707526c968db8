package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.AskedText;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the most usual conversation costs the engine: from the customer's first message to an agent, and to its end. */
class PlainPathIT {
    private static final String PREFIX = "plain-";
    private static final int LONGEST_REFERRAL = 100;
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final List<ActivatedJob> JOBS = new CopyOnWriteArrayList<>();

    /** What Pupitre's workers answer. */
    private static final Map<String, Map<String, Object>> ANSWERS = Map.of(
            "prepare-conversation",
            Map.of(
                    "campaign", "default",
                    "schedule", "always",
                    "localDate", "2026-03-02",
                    "weekday", "Wednesday",
                    "localTime", "10:00:00",
                    "assistant", false,
                    "chatTime", "PT87600H",
                    "idle", "PT24H"),
            "queue-conversation",
            Map.of("queued", true),
            "close-conversation",
            Map.of("reopened", false, "survey", false));

    private final String conversation = UUID.randomUUID().toString();

    @BeforeAll
    static void takeAllJobs() {
        PackagedModels.deploy(CLIENT);
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(ModelCopy.of("conversation", PREFIX), "plain-conversation.bpmn")
                .send()
                .join();
        ModelCopy.tasks("conversation")
                .forEach(task -> CLIENT.newWorker()
                        .jobType(PREFIX + task)
                        .handler(PlainPathIT::complete)
                        .timeout(TestBroker.PATIENCE)
                        .open());
    }

    private static void complete(JobClient jobs, ActivatedJob job) {
        JOBS.add(job);
        var answer = ANSWERS.getOrDefault(job.getType().substring(PREFIX.length()), Map.of());
        jobs.newCompleteCommand(job).variables(answer).send().join();
    }

    @BeforeEach
    void forget() {
        JOBS.clear();
    }

    @Test
    void takesTwoJobsAndOneMessageToAnAgentAndTwoMessagesMoreToItsEnd() {
        publish("conversation-started", facts("where is my order?"));
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", "r-1"));

        await().atMost(TestBroker.PATIENCE).until(() -> JOBS.size() >= 3);
        TestBroker.awaitEnd(JOBS.getLast());
        assertThat(JOBS)
                .extracting(ActivatedJob::getType)
                .containsExactly(
                        PREFIX + "prepare-conversation", PREFIX + "queue-conversation", PREFIX + "close-conversation");
    }

    /** As UTF-8: the engine writes letters as they are, which its clients tell as twelve bytes for some. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "ж", "注", "😀"})
    void keepsItsVariablesBelowAKilobyteHoweverMuchTheCustomerWrote(String letter) {
        var facts = facts(AskedText.of(letter.repeat(1000)));
        facts.put("post", "100000000000001_122100000000000001");
        facts.put("referralSource", "SHORTLINK");
        facts.put("referralRef", "r".repeat(LONGEST_REFERRAL));
        facts.put("ad", "120200000000000001");
        facts.put("locale", "fr_FR");

        publish("conversation-started", facts);
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", UUID.randomUUID().toString()));

        await().atMost(TestBroker.PATIENCE).until(() -> JOBS.size() >= 3);
        assertThat(JOBS)
                .last()
                .satisfies(last -> assertThat(JsonMapper.shared().writeValueAsBytes(last.getVariablesAsMap()))
                        .as(last.getVariables())
                        .hasSizeLessThan(1024));
        TestBroker.awaitEnd(JOBS.getLast());
    }

    private Map<String, Object> facts(String text) {
        var facts = new HashMap<String, Object>(Map.of(
                "conversationId", conversation,
                "page", "100000000000001",
                "kind", "message",
                "text", text,
                "weekday", "Wednesday",
                "localTime", "10:00:00"));
        List.of("post", "referralSource", "referralRef", "ad", "locale").forEach(name -> facts.put(name, null));
        return facts;
    }

    private void publish(String name, Map<String, Object> variables) {
        CLIENT.newPublishMessageCommand()
                .messageName(PREFIX + name)
                .correlationKey(conversation)
                .timeToLive(Duration.ofHours(1))
                .variables(variables)
                .send()
                .join();
    }
}
