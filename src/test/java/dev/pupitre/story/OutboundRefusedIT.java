package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers that Facebook or another application stands in the way of, and how they go out after all. */
class OutboundRefusedIT extends WebhookStory {
    @Test
    void aMessageThatFacebookRefusesSaysWhyAndIsSentAgainOrGivenUp() {
        var id = isGiven();
        window(30);

        var late = says(id, Map.of("text", "Trop tard")).json().get("id").asString();
        await().until(() -> "FAILED".equals(message(id, late).get("status").asString()));
        assertThat(message(id, late).get("reason").asString()).contains("24 hours");
        window(0);
        assertThat(alice.http.post(path(id) + "/messages/" + late + "/retry", Map.of()))
                .returns(200, Answer::status);

        await().until(() -> customer.received().equals(List.of("Trop tard")));
        window(30);
        var second = says(id, Map.of("text", "Encore")).json().get("id").asString();
        await().until(() -> "FAILED".equals(message(id, second).get("status").asString()));
        assertThat(alice.http
                        .post(path(id) + "/messages/" + second + "/discard", Map.of())
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("DISCARDED");
        assertThat(alice.http.post(path(id) + "/messages/" + second + "/retry", Map.of()))
                .returns(409, Answer::status);
    }

    @Test
    void theDeskKnowsUntilWhenItMayAnswerAndWhatComesAfterwards() {
        var id = isGiven();

        var policy = alice.http.get(path(id) + "/messaging-policy").json();

        assertThat(policy.get("windowClosesAt"))
                .isEqualTo(alice.conversation(id).get("windowClosesAt"));
        assertThat(policy.get("now").get("type").asString()).isEqualTo("RESPONSE");
        assertThat(policy.get("afterwards").get("allowed").isBoolean()).isTrue();
    }

    @Test
    void aConversationThatAnotherApplicationHasIsTakenBeforeItIsAnswered() {
        var id = isGiven();
        var control = path(id) + "/thread-control";

        assertThat(alice.http.post(control, Map.of("action", "PASS"))).returns(400, Answer::status);
        var passed = alice.http.post(control, Map.of("action", "PASS", "app", "400000000000001"));
        assertThat(passed).returns(200, Answer::status);
        assertThat(passed.json().get("elsewhere").get("app").asString()).isEqualTo("400000000000001");
        assertThat(says(id, Map.of("text", "Non"))).returns(409, Answer::status);

        assertThat(alice.http
                        .post(control, Map.of("action", "TAKE"))
                        .json()
                        .get("elsewhere")
                        .isNull())
                .isTrue();
        assertThat(says(id, Map.of("text", "Oui"))).returns(202, Answer::status);
        await().until(() -> customer.received().equals(List.of("Oui")));

        var released = alice.http.post(control, Map.of("action", "RELEASE"));
        assertThat(released).returns(200, Answer::status);
        assertThat(released.json().get("elsewhere").isNull()).isTrue();
    }

    private void window(int hoursAgo) {
        assertThat(sandbox.put("/sandbox/api/customers/" + customer.id + "/window", Map.of("hoursAgo", hoursAgo)))
                .returns(200, Answer::status);
    }

    private JsonNode message(String id, String message) {
        return message(id, candidate -> candidate.get("id").asString().equals(message))
                .orElseThrow();
    }
}
