package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signed webhooks of each kind, through the HTTP path and the real engine, as the desk then shows them. */
class InboundKindsIT extends WebhookStory {
    @Test
    void bringsEachKindToTheDeskFromSeveralEntriesAndPagesInOneCall() {
        var picture = pupitre.base + "/sandbox/api/customers/" + customer.id + "/picture";
        var image = Map.of("type", "image", "payload", Map.of("url", picture));
        var words = Map.of("mid", "m1-" + run, "text", "Regardez", "attachments", List.of(image));
        var comment = Map.of(
                "item",
                "comment",
                "verb",
                "add",
                "post_id",
                PAGE + "_1",
                "comment_id",
                "c1-" + run,
                "parent_id",
                PAGE + "_1",
                "message",
                "Prix " + run,
                "from",
                Map.of("id", "800" + run, "name", "Commenter " + run),
                "created_time",
                System.currentTimeMillis() / 1000);
        tell(List.of(
                Map.of("id", "200000000000002", "messaging", List.of(item(Duration.ZERO, Map.of("message", words)))),
                Map.of(
                        "id",
                        PAGE,
                        "messaging",
                        List.of(
                                item(Duration.ZERO, Map.of("message", words)),
                                "nonsense",
                                item(Duration.ZERO, Map.of("telepathy", Map.of()))),
                        "changes",
                        List.of(Map.of("field", "feed", "value", comment)))));
        var id = opened(customer.id);
        await().untilAsserted(() -> assertThat(message(id, "m1-" + run)
                        .path("attachments")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("STORED"));
        var file =
                message(id, "m1-" + run).path("attachments").path(0).path("id").asString();
        assertThat(alice.http.get("/api/v1/attachments/" + file)).returns(200, Answer::status);

        tell(
                Duration.ofMillis(1),
                Map.of("message_edit", Map.of("mid", "m1-" + run, "text", "Regardez bien", "num_edit", 1)));
        tell(
                Duration.ofMillis(2),
                Map.of("reaction", Map.of("mid", "m1-" + run, "action", "react", "reaction", "love", "emoji", "❤️")));
        tell(
                Duration.ofMillis(3),
                Map.of("referral", Map.of("ref", "summer", "source", "SHORTLINK", "type", "OPEN_THREAD")));
        tell(Duration.ofMillis(4), Map.of("pass_thread_control", Map.of("new_owner_app_id", "1", "metadata", "x")));
        await().untilAsserted(() -> {
            var message = message(id, "m1-" + run);
            assertThat(message.get("text").asString()).isEqualTo("Regardez bien");
            assertThat(message.path("reactions").path(0).path("name").asString())
                    .isEqualTo("love");
            assertThat(alice.conversation(id).path("elsewhere").path("app").asString())
                    .isEqualTo("1");
        });
        assertThat(alice.conversation(id).path("referral").path("ref").asString())
                .isEqualTo("summer");

        tell(
                Duration.ofMillis(5),
                Map.of("take_thread_control", Map.of("previous_owner_app_id", "1", "new_owner_app_id", "sandbox-app")));
        tell(Duration.ofMillis(6), Map.of("message", Map.of("mid", "m1-" + run, "is_deleted", true)));
        await().untilAsserted(() -> {
            assertThat(alice.conversation(id).path("elsewhere").isNull()).isTrue();
            assertThat(message(id, "m1-" + run).get("text").asString()).isEmpty();
        });
        assertThat(alice.http.get("/api/v1/attachments/" + file)).returns(404, Answer::status);
        assertThat(alice.conversation(opened("800" + run)).get("channel").asString())
                .isEqualTo("COMMENT");
    }

    private String opened(String who) {
        return await().until(
                        () -> alice.list("size=200").stream()
                                .filter(found -> found.path("customer")
                                        .path("id")
                                        .asString()
                                        .equals(who))
                                .map(found -> found.get("id").asString())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private JsonNode message(String conversation, String mid) {
        return alice.messages(conversation).stream()
                .filter(message -> message.path("mid").asString("").equals(mid))
                .findFirst()
                .orElseThrow();
    }
}
