package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signed webhooks of each kind, through the HTTP path and the real engine, as the desk then shows them. */
class InboundKindsIT {
    private static final String PAGE = "100000000000001";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession sandbox = new HttpSession(pupitre.base);
    private final Customer customer = Customer.named(pupitre.base, "Kinds " + UUID.randomUUID());
    private final String run = UUID.randomUUID().toString().substring(0, 8);

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
        told(List.of(
                Map.of("id", "200000000000002", "messaging", List.of(item(0, Map.of("message", words)))),
                Map.of(
                        "id",
                        PAGE,
                        "messaging",
                        List.of(item(0, Map.of("message", words)), "nonsense", item(0, Map.of("telepathy", Map.of()))),
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

        tell(1, Map.of("message_edit", Map.of("mid", "m1-" + run, "text", "Regardez bien", "num_edit", 1)));
        tell(2, Map.of("reaction", Map.of("mid", "m1-" + run, "action", "react", "reaction", "love", "emoji", "❤️")));
        tell(3, Map.of("referral", Map.of("ref", "summer", "source", "SHORTLINK", "type", "OPEN_THREAD")));
        tell(4, Map.of("pass_thread_control", Map.of("new_owner_app_id", "1", "metadata", "x")));
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

        tell(5, Map.of("take_thread_control", Map.of("previous_owner_app_id", "1", "new_owner_app_id", "sandbox-app")));
        tell(6, Map.of("message", Map.of("mid", "m1-" + run, "is_deleted", true)));
        await().untilAsserted(() -> {
            assertThat(alice.conversation(id).path("elsewhere").isNull()).isTrue();
            assertThat(message(id, "m1-" + run).get("text").asString()).isEmpty();
        });
        assertThat(alice.http.get("/api/v1/attachments/" + file)).returns(404, Answer::status);
        assertThat(alice.conversation(opened("800" + run)).get("channel").asString())
                .isEqualTo("COMMENT");
    }

    private void tell(int later, Map<String, Object> what) {
        told(List.of(Map.of("id", PAGE, "messaging", List.of(item(later, what)))));
    }

    private void told(List<Map<String, Object>> entries) {
        var answer = sandbox.post("/sandbox/api/webhooks", Map.of("object", "page", "entry", entries));
        assertThat(answer.json().get("status").asInt()).isEqualTo(200);
    }

    private Map<String, Object> item(int later, Map<String, ?> what) {
        var item = new HashMap<String, Object>(what);
        item.put("sender", Map.of("id", customer.id));
        item.put("recipient", Map.of("id", PAGE));
        item.put("timestamp", System.currentTimeMillis() + later);
        return item;
    }

    private String opened(String who) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
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
