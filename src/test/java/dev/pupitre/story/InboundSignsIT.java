package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What customers do besides writing: they press, agree, link an account, receive and read. */
class InboundSignsIT extends WebhookStory {
    @AfterEach
    void receiptsComeAgain() {
        assertThat(sandbox.put("/sandbox/api/behaviour", Map.of())).returns(204, Answer::status);
    }

    @Test
    void getStartedOpensAConversationThatKeepsTheLinkItCameBy() {
        does("get-started", Map.of("referral", Map.of("ref", "qr-" + run, "source", "SHORTLINK")));

        var id = alice.isGiven(customer);
        var conversation = alice.conversation(id);
        assertThat(conversation.at("/referral/ref").asString()).isEqualTo("qr-" + run);
        assertThat(conversation.get("windowClosesAt").isNull()).isFalse();
        assertThat(alice.messages(id))
                .filteredOn(message -> message.get("happening").isNull())
                .extracting(message -> message.get("text").asString())
                .containsExactly("Get Started");
        assertThat(lines(id, "REFERRED")).hasSize(1);
    }

    @Test
    void aButtonIsShownByWhatItSaidAndTwiceIsOnce() {
        var id = isGiven();
        var pressed = item(
                Duration.ZERO,
                Map.of("postback", Map.of("mid", "p-" + run, "title", "Commander", "payload", "ORDER_" + run)));

        tell("messaging", pressed);
        tell("messaging", pressed);
        awaitEmptyInbox();

        assertThat(alice.texts(id)).containsExactly("Bonjour", "Commander");
        assertThat(message(id, message -> message.get("text").asString().equals("Commander")))
                .hasValueSatisfying(button -> {
                    assertThat(button.get("mid").asString()).isEqualTo("p-" + run);
                    assertThat(button.at("/author/kind").asString()).isEqualTo("CUSTOMER");
                });
        assertThat(alice.conversation(id).get("unanswered").asInt()).isEqualTo(2);
    }

    @Test
    void optInsAndLinkedAccountsAreLinesOfTheTranscript() {
        var id = isGiven();

        happens("messaging_optins", Map.of("optin", Map.of("ref", "newsletter")));
        happens(
                "messaging_optins",
                Map.of(
                        "optin",
                        Map.of(
                                "type",
                                "notification_messages",
                                "title",
                                "Promotions",
                                "notification_messages_token",
                                "token-" + run)));
        happens(
                "messaging_account_linking",
                Map.of("account_linking", Map.of("status", "linked", "authorization_code", "code")));
        happens("messaging_account_linking", Map.of("account_linking", Map.of("status", "unlinked")));

        await().untilAsserted(() -> assertThat(lines(id, "ACCOUNT_UNLINKED")).hasSize(1));
        assertThat(lines(id, "ACCOUNT_LINKED")).hasSize(1);
        assertThat(lines(id, "OPTED_IN"))
                .extracting(line -> line.get("values"))
                .extracting(values -> values.path("type").asString("-") + " "
                        + values.path("value").asString("-"))
                .containsExactly("- newsletter", "notification_messages Promotions");
        assertThat(alice.conversation(id).get("unanswered").asInt()).isEqualTo(1);
        assertThat(alice.http.get(path(id) + "/messages").text()).doesNotContain("token-" + run);
    }

    @Test
    void anAnswerIsSentThenDeliveredThenRead() {
        assertThat(sandbox.put("/sandbox/api/behaviour", Map.of("deliveries", false)))
                .returns(204, Answer::status);
        var id = isGiven();

        assertThat(alice.replies(id, "Bonsoir")).returns(202, Answer::status);
        awaitStatus(id, "SENT");
        var mid = messageSaying(id, "Bonsoir").get("mid").asString();
        tell(
                Duration.ofSeconds(1),
                Map.of("delivery", Map.of("mids", List.of(mid), "watermark", System.currentTimeMillis())));
        awaitStatus(id, "DELIVERED");

        customer.reads();
        awaitStatus(id, "READ");
    }

    @Test
    void aWatermarkAloneTellsOfAllBefore() {
        assertThat(sandbox.put("/sandbox/api/behaviour", Map.of("deliveries", false)))
                .returns(204, Answer::status);
        var id = isGiven();
        assertThat(alice.replies(id, "Un")).returns(202, Answer::status);
        assertThat(alice.replies(id, "Deux")).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(alice.statuses(id)).containsExactly("RECEIVED", "SENT", "SENT"));

        var watermark = System.currentTimeMillis() + 60_000;
        tell(Duration.ofSeconds(61), Map.of("delivery", Map.of("watermark", watermark)));

        await().untilAsserted(
                        () -> assertThat(alice.statuses(id)).containsExactly("RECEIVED", "DELIVERED", "DELIVERED"));
        tell(Duration.ofSeconds(62), Map.of("read", Map.of("watermark", watermark)));
        await().untilAsserted(() -> assertThat(alice.statuses(id)).containsExactly("RECEIVED", "READ", "READ"));
    }

    private void happens(String field, Map<String, ?> event) {
        does("events", Map.of("field", field, "event", event));
    }

    private void awaitStatus(String id, String status) {
        await().untilAsserted(() ->
                assertThat(alice.statuses(id).getLast()).as("the answer").isEqualTo(status));
    }
}
