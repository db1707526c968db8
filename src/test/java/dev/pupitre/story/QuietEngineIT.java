package dev.pupitre.story;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a conversation costs the engine while an agent has it: nothing, however much is said. */
class QuietEngineIT extends WebhookStory {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final int MESSAGES = 50;

    /** What the engine takes, and gives out, for any conversation; other processes go on beside it. */
    private static final Set<String> OF_CONVERSATIONS = Set.of(
            "conversation-started",
            "conversation-taken-up",
            "conversation-begin-again",
            "conversation-released",
            "conversation-idle",
            "agent-assigned",
            "agent-changed",
            "agent-resolved",
            "customer-message",
            "survey-answered",
            "prepare-conversation",
            "ignore-conversation",
            "send-away-message",
            "queue-conversation",
            "assistant-turn",
            "close-conversation",
            "ask-survey",
            "take-up-conversation",
            "warn-chat-time");

    private final MeterRegistry meters = pupitre.context.getBean(MeterRegistry.class);

    @Test
    void hasNothingToDoWhileAHumanHandlesTheConversation() {
        var nothing = work();
        var id = isGiven();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(work().getOrDefault("agent-assigned", 0.0))
                        .isGreaterThan(nothing.getOrDefault("agent-assigned", 0.0)));
        var before = whenQuiet();
        var questions = IntStream.range(0, MESSAGES)
                .mapToObj(number -> "Question " + number)
                .toList();
        var answers = IntStream.range(0, MESSAGES)
                .mapToObj(number -> "Answer " + number)
                .toList();

        for (int number = 0; number < MESSAGES; number++) {
            customer.writes(questions.get(number));
            assertThat(alice.replies(id, answers.get(number))).returns(202, Answer::status);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsAll(answers));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alice.texts(id)).containsAll(questions));
        assertThat(alice.conversation(id).get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(work()).isEqualTo(before);
    }

    /** What ended before this story may still be on its way. */
    private Map<String, Double> whenQuiet() {
        var seen = new ArrayList<>(List.of(work()));
        await().atMost(PATIENCE).pollInterval(QUIET).until(() -> {
            seen.add(work());
            return seen.getLast().equals(seen.get(seen.size() - 2));
        });
        return seen.getLast();
    }

    private Map<String, Double> work() {
        return Stream.of(
                        counted("pupitre.engine.publish.taken", "message"),
                        counted("camunda.client.worker.job.activated", "type"))
                .flatMap(counted -> counted.entrySet().stream())
                .filter(counted -> OF_CONVERSATIONS.contains(counted.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Double> counted(String name, String tag) {
        return meters.find(name).counters().stream()
                .collect(toMap(counter -> String.valueOf(counter.getId().getTag(tag)), Counter::count));
    }
}
