package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who answers a customer: Pupitre, a human in Meta's own inbox, another application, or for a while nobody at all. */
class InboundControlIT extends WebhookStory {
    private static final String OTHER = "400000000000001";

    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @AfterEach
    void nobodyHoldsThePage() {
        tell(Duration.ZERO, Map.of("policy_enforcement", Map.of("action", "unblock", "reason", "over")));
        await().until(() -> page().get("held").isNull());
    }

    @Test
    void theEchoOfAnAnswerIsTheAnswerItself() {
        var id = isGiven();

        assertThat(alice.replies(id, "Bonsoir")).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(alice.statuses(id)).containsExactly("RECEIVED", "DELIVERED"));
        awaitEmptyInbox();

        assertThat(alice.texts(id)).containsExactly("Bonjour", "Bonsoir");
        assertThat(alice.messages(id).getLast().at("/author/kind").asString()).isEqualTo("AGENT");
        assertThat(alice.conversation(id).get("botPaused").asBoolean()).isFalse();
    }

    @Test
    void aHumanInMetasInboxIsShownCountsAsTheFirstResponseAndPausesTheBotOnce() {
        var id = isGiven();
        assertThat(alice.conversation(id).get("firstResponseAt").isNull()).isTrue();

        does("inbox", Map.of("text", "Je m'en occupe"));
        does("inbox", Map.of("text", "Sans application", "app", ""));

        var first = messageSaying(id, "Je m'en occupe");
        messageSaying(id, "Sans application");
        awaitEmptyInbox();
        assertThat(first.at("/author/kind").asString()).isEqualTo("META_INBOX");
        assertThat(first.get("direction").asString()).isEqualTo("OUT");
        var conversation = alice.conversation(id);
        assertThat(conversation.get("botPaused").asBoolean()).isTrue();
        assertThat(conversation.get("firstResponseAt")).isEqualTo(first.get("at"));
        assertThat(conversation.get("unanswered").asInt()).isZero();
        assertThat(lines(id, "BOT_PAUSED")).hasSize(1);
    }

    @Test
    void whileAnotherApplicationHasTheThreadItsMessagesAreSeenAndAskForNothing() {
        var id = isGiven();

        does("thread-control", Map.of("action", "TAKE", "app", OTHER));
        customer.writes("Pour l'autre");
        does("postbacks", Map.of("payload", "MENU", "title", "Menu"));

        messageSaying(id, "Pour l'autre");
        messageSaying(id, "Menu");
        var conversation = alice.conversation(id);
        assertThat(conversation.at("/elsewhere/app").asString()).isEqualTo(OTHER);
        assertThat(conversation.get("unanswered").asInt()).isEqualTo(1);
        assertThat(says(id, Map.of("text", "Non"))).returns(409, Answer::status);
    }

    @Test
    void standbyOpensNoConversation() {
        var waiting = new HashMap<>(
                item(Duration.ZERO, Map.of("message", Map.of("mid", "s-" + run, "text", "Pour une autre"))));

        tell("standby", waiting);
        awaitEmptyInbox();

        assertThat(alice.historyOf(customer)).isEmpty();
        waiting.put("message", Map.of("mid", "s2-" + run, "text", "Pour vous"));
        tell("messaging", waiting);
        assertThat(alice.texts(alice.isGiven(customer))).containsExactly("Pour vous");
    }

    @Test
    void aThreadIsTakenAndPassedBackAndAskedForAndReleased() {
        var id = isGiven();

        does("thread-control", Map.of("action", "REQUEST", "app", OTHER, "metadata", "please"));
        does("thread-control", Map.of("action", "TAKE", "app", OTHER));
        awaitElsewhere(id, OTHER);
        assertThat(lines(id, "CONTROL_REQUESTED"))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/values/app").asString()).isEqualTo(OTHER));
        does("thread-control", Map.of("action", "PASS", "app", OTHER));
        awaitElsewhere(id, "");
        does("thread-control", Map.of("action", "TAKE", "app", OTHER));
        awaitElsewhere(id, OTHER);
        does("thread-control", Map.of("action", "RELEASE", "app", OTHER));
        awaitElsewhere(id, "");

        assertThat(lines(id, "PASSED_ELSEWHERE")).hasSize(2);
        assertThat(lines(id, "CAME_BACK")).hasSize(2);
        assertThat(Duration.parse(alice.conversation(id).get("stopped").asString()))
                .isPositive();
    }

    @Test
    void whatThePageSaysWaitsWhileMetaBlocksIt() {
        var id = isGiven();

        does(
                "events",
                Map.of(
                        "field",
                        "messaging_policy_enforcement",
                        "event",
                        Map.of("policy_enforcement", Map.of("action", "block", "reason", "Spam " + run))));
        await().until(() -> page().get("held").isObject());
        assertThat(page().at("/held/reason").asString()).contains("Spam " + run);
        assertThat(page().get("state").asString()).isEqualTo("HELD");
        assertThat(alice.replies(id, "Patience")).returns(202, Answer::status);
        await().until(() -> !messageSaying(id, "Patience").get("reason").isNull());
        assertThat(customer.received()).isEmpty();

        tell(Duration.ofSeconds(1), Map.of("policy-enforcement", Map.of("action", "unblock")));
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Patience"));
        assertThat(page().get("held").isNull()).isTrue();
    }

    private void awaitElsewhere(String id, String app) {
        await().until(() -> alice.conversation(id)
                .path("elsewhere")
                .path("app")
                .asString("")
                .equals(app));
    }

    private JsonNode page() {
        return admin.get("/api/v1/pages/" + PAGE).json();
    }
}
