package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks that come twice, late, and after what they should have come before. */
class LateWebhooksIT extends WebhookStory {
    @AfterEach
    void theyComeInTimeAgain() {
        behave(Map.of());
    }

    @Test
    void repeatedAndLateOnesAreShownOnceEach() {
        var id = isGiven();
        behave(Map.of("copies", 2, "lateMillis", 500, "lateEvery", 3));
        var texts =
                IntStream.rangeClosed(1, 9).mapToObj("Message %d"::formatted).toList();

        texts.forEach(customer::writes);

        var all = Stream.concat(Stream.of("Bonjour"), texts.stream()).toList();
        await().untilAsserted(() -> assertThat(alice.texts(id)).containsAll(all));
        awaitEmptyInbox();
        assertThat(alice.texts(id)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(alice.conversation(id).get("unanswered").asInt()).isEqualTo(all.size());
        assertThat(alice.historyOf(customer)).hasSize(1);
    }

    @Test
    void whatIsAboutAMessageWaitsForIt() {
        var id = isGiven();
        behave(Map.of("lateMillis", 3000, "lateEvery", 2));

        customer.writes("À temps");
        var late = sandbox.post("/sandbox/api/customers/" + customer.id + "/messages", Map.of("text", "En retard"))
                .json()
                .get("mid")
                .asString();
        var edited = sandbox.put(
                "/sandbox/api/customers/" + customer.id + "/messages/" + late, Map.of("text", "En retard, corrigé"));
        assertThat(edited).returns(200, Answer::status);

        await().untilAsserted(() -> assertThat(alice.texts(id))
                .containsExactlyElementsOf(List.of("Bonjour", "À temps", "En retard, corrigé")));
        assertThat(alice.messages(id).getLast().get("editedAt").isNull()).isFalse();
    }

    private void behave(Map<String, ?> behaviour) {
        assertThat(sandbox.put("/sandbox/api/behaviour", behaviour)).returns(204, Answer::status);
    }
}
