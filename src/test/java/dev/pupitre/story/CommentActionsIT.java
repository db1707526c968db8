package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an agent does with a comment over HTTP, and what the post shows afterwards. */
class CommentActionsIT extends WebhookStory {
    private final String post = sandbox.post(
                    "/sandbox/api/pages/" + PAGE + "/posts", Map.of("message", "Une lampe " + run))
            .json()
            .get("id")
            .asString();

    /** A comment at Facebook, its conversation, and the message in it. */
    private record Commented(String comment, String conversation, String message) {
        String path() {
            return WebhookStory.path(conversation) + "/messages/" + message + "/comment";
        }
    }

    @Test
    void likesHidesAndDeletes() {
        var given = comments("Combien ?", Instant.now());

        var liked = alice.http.put(given.path(), Map.of("liked", true));
        assertThat(liked).returns(200, Answer::status);
        assertThat(liked.json().at("/comment/liked").asBoolean()).isTrue();
        assertThat(atFacebook(given).get("liked").asBoolean()).isTrue();

        var hidden = alice.http.put(given.path(), Map.of("hidden", true));
        assertThat(hidden.json().at("/comment/hidden").asBoolean()).isTrue();
        assertThat(hidden.json().at("/comment/liked").asBoolean()).isTrue();
        assertThat(atFacebook(given).get("hidden").asBoolean()).isTrue();

        assertThat(alice.http.put(given.path(), Map.of("hidden", false, "liked", false)))
                .returns(200, Answer::status);
        assertThat(atFacebook(given).get("hidden").asBoolean()).isFalse();
        assertThat(atFacebook(given).get("liked").asBoolean()).isFalse();

        var deleted = alice.http.delete(given.path());
        assertThat(deleted).returns(200, Answer::status);
        assertThat(deleted.json().get("removedAt").isNull()).isFalse();
        assertThat(atFacebook(given).get("removed").asBoolean()).isTrue();
        assertThat(alice.http.put(given.path(), Map.of("liked", true)))
                .returns(409, Answer::status)
                .extracting(Answer::json)
                .satisfies(
                        problem -> assertThat(problem.get("detail").asString()).isNotBlank());
    }

    @Test
    void answersUnderTheCommentForAllToRead() {
        var given = comments("Elle est réglable ?", Instant.now());

        assertThat(says(given.conversation(), Map.of("text", "En trois pas", "via", "PUBLIC")))
                .returns(202, Answer::status);

        await().until(() -> underThePost().size() == 2);
        var answer = underThePost().getLast();
        assertThat(answer.get("message").asString()).isEqualTo("En trois pas");
        assertThat(answer.get("fromPage").asBoolean()).isTrue();
        assertThat(answer.get("parent").asString()).isEqualTo(given.comment());
        awaitEmptyInbox();
        assertThat(alice.texts(given.conversation())).containsExactly("Elle est réglable ?", "En trois pas");
        assertThat(customer.received()).isEmpty();
    }

    @Test
    void answersPrivatelyOnceAndSaysWhyNotTwice() {
        var given = comments("Mon numéro ?", Instant.now());
        var way = Map.of("text", "C'est le 12", "via", "PRIVATE_REPLY");

        assertThat(says(given.conversation(), way)).returns(202, Answer::status);
        var again = says(given.conversation(), Map.of("text", "Et le 13", "via", "PRIVATE_REPLY"));

        assertThat(again).returns(409, Answer::status);
        assertThat(again.json().get("type").asString()).endsWith("messaging-policy");
        assertThat(again.json().get("detail").asString()).contains("only once");
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("C'est le 12"));
        await().until(() -> messageSaying(given.conversation(), "Mon numéro ?")
                .at("/comment/answeredPrivately")
                .asBoolean());
        assertThat(atFacebook(given).get("answeredPrivately").asBoolean()).isTrue();
        assertThat(says(given.conversation(), Map.of("text", "Encore", "via", "PRIVATE_REPLY")))
                .returns(409, Answer::status);
        assertThat(underThePost()).hasSize(1);
    }

    @Test
    void aPrivateAnswerThatSomebodyElseGaveFirstFailsWithFacebooksReason() {
        var given = comments("Il en reste ?", Instant.now());
        var elsewhere = sandbox.post(
                "/sandbox/graph/v25.0/" + PAGE + "/messages?access_token=sandbox-page-token",
                Map.of("recipient", Map.of("comment_id", given.comment()), "message", Map.of("text", "Oui, deux")));
        assertThat(elsewhere.status()).as("%s", elsewhere).isEqualTo(200);

        assertThat(says(given.conversation(), Map.of("text", "Oui", "via", "PRIVATE_REPLY")))
                .returns(202, Answer::status);

        await().until(() -> messageSaying(given.conversation(), "Oui")
                .get("status")
                .asString()
                .equals("FAILED"));
        assertThat(messageSaying(given.conversation(), "Oui").get("reason").asString())
                .isNotBlank();
        assertThat(customer.received()).containsExactly("Oui, deux");
    }

    @Test
    void afterSevenDaysACommentIsAnsweredInPublicOnly() {
        var given = comments("Une vieille question", Instant.now().minus(Duration.ofDays(8)));

        var late = says(given.conversation(), Map.of("text", "Pardon", "via", "PRIVATE_REPLY"));

        assertThat(late).returns(409, Answer::status);
        assertThat(late.json().get("detail").asString()).contains("7 days");
        assertThat(says(given.conversation(), Map.of("text", "Pardon", "via", "PUBLIC")))
                .returns(202, Answer::status);
        await().until(() -> underThePost().size() == 2);
        assertThat(customer.received()).isEmpty();
    }

    private Commented comments(String text, Instant at) {
        var comment = sandbox.post(
                        "/sandbox/api/posts/" + post + "/comments",
                        Map.of("customer", customer.id, "message", text, "timestamp", at.toString()))
                .json()
                .get("id")
                .asString();
        var id =
                isGiven(conversation -> conversation.at("/post/id").asString("").equals(post));
        return new Commented(comment, id, messageSaying(id, text).get("id").asString());
    }

    private JsonNode atFacebook(Commented given) {
        return underThePost().stream()
                .filter(comment -> comment.get("id").asString().equals(given.comment()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> underThePost() {
        return sandbox.get("/sandbox/api/posts/" + post + "/comments")
                .json()
                .valueStream()
                .toList();
    }
}
