package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a customer is asked when a conversation is resolved, and what becomes of whatever they do then. */
class SurveyIT extends WebhookStory {
    private static final String QUESTION = "Were you happy with us?";
    private static final String COMMENT = "What could we do better?";
    private static final String THANKS = "Thank you!";

    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final CatchAll catchAll = new CatchAll(sofia);

    @BeforeEach
    void askAfterEachConversation() {
        catchAll.change(Map.of(
                "survey",
                Map.of(
                        "on", true,
                        "question", Map.of("default", QUESTION),
                        "commentQuestion", Map.of("default", COMMENT),
                        "thanks", Map.of("default", THANKS),
                        "notAgainDays", 30)));
    }

    @AfterEach
    void askNoMore() {
        catchAll.restore();
    }

    @Test
    void aPressedScoreAndTheCommentAfterItCountAndAreShownWithTheConversation() {
        var id = asked();

        assertThat(choices()).containsExactly("1", "2", "3", "4", "5");
        assertThat(survey(id).get("score").isNull()).isTrue();
        press("4");
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly(QUESTION, COMMENT));
        customer.writes("Answer faster");
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly(QUESTION, COMMENT, THANKS));

        assertThat(survey(id).get("score").asInt()).isEqualTo(4);
        assertThat(survey(id).get("comment").asString()).isEqualTo("Answer faster");
        assertThat(alice.texts(id)).containsExactly("Bonjour", QUESTION, "4", COMMENT, "Answer faster", THANKS);
        assertThat(alice.conversation(id).get("state").asString()).isEqualTo("CLOSED");
        assertThat(alice.historyOf(customer)).hasSize(1);
        await("the report has it").atMost(Duration.ofMinutes(1)).until(() -> reported(id), Optional::isPresent);
        assertThat(reported(id))
                .hasValueSatisfying(
                        comment -> assertThat(comment.get("text").asString()).isEqualTo("Answer faster"))
                .hasValueSatisfying(
                        comment -> assertThat(comment.get("score").asInt()).isEqualTo(4));
    }

    /** What the report of these days has of what customers wrote beside their scores. */
    private Optional<JsonNode> reported(String id) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var days = "from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
        return sofia.get("/api/v1/reports/comments?size=200&" + days)
                .json()
                .get("items")
                .valueStream()
                .filter(comment -> comment.get("conversation").asString().equals(id))
                .findFirst();
    }

    @Test
    void aMessageInsteadOfAnAnswerOpensAConversationAndTheOldScoreCountsAllTheSame() {
        var old = asked();

        customer.writes("Do you deliver to Lyon?");
        var next = alice.isGiven(customer);
        assertThat(next).isNotEqualTo(old);
        assertThat(alice.texts(next)).containsExactly("Do you deliver to Lyon?");
        assertThat(alice.texts(old)).doesNotContain("Do you deliver to Lyon?");
        press("2");
        await().untilAsserted(
                        () -> assertThat(survey(old).path("score").asInt(0)).isEqualTo(2));

        assertThat(alice.texts(next)).containsExactly("Do you deliver to Lyon?");
        assertThat(alice.resolves(next)).returns(202, Answer::status);
        assertThat(notSent(next).get("code").asString()).isEqualTo("SURVEYED_RECENTLY");
        assertThat(survey(next).get("askedAt").isNull()).isTrue();
        assertThat(customer.received()).filteredOn(QUESTION::equals).hasSize(1);
    }

    @Test
    void nobodyIsAskedAfterTheWindowAndTheTranscriptSaysWhy() {
        does(
                "messages",
                Map.of(
                        "text",
                        "Are you there?",
                        "timestamp",
                        Instant.now().minus(Duration.ofHours(30)).toString()));
        var id = alice.isGiven(customer);

        assertThat(alice.resolves(id)).returns(202, Answer::status);

        assertThat(notSent(id).get("step").asString()).isEqualTo("survey");
        assertThat(notSent(id).get("reason").asString()).contains("24 hours");
        assertThat(survey(id).get("askedAt").isNull()).isTrue();
        assertThat(customer.received()).isEmpty();
    }

    @Test
    void aSurveyThatFacebookRefusesSaysWhyInTheTranscript() {
        var id = isGiven();
        assertThat(sandbox.put("/sandbox/api/customers/" + customer.id + "/window", Map.of("hoursAgo", 30)))
                .returns(200, Answer::status);

        assertThat(alice.resolves(id)).returns(202, Answer::status);

        await().until(() -> messageSaying(id, QUESTION).get("status").asString().equals("FAILED"));
        assertThat(messageSaying(id, QUESTION).get("reason").asString()).contains("24 hours");
        assertThat(customer.received()).isEmpty();
    }

    /** A conversation that was resolved, and whose customer has the question. */
    private String asked() {
        var id = isGiven();
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly(QUESTION));
        return id;
    }

    private JsonNode notSent(String id) {
        return await().until(() -> lines(id, "NOT_SENT"), lines -> lines.size() == 1)
                .getFirst()
                .get("values");
    }

    private JsonNode survey(String id) {
        return alice.http.get(path(id) + "/survey").json();
    }

    private List<String> choices() {
        return quickReplies().stream()
                .map(reply -> reply.get("title").asString())
                .toList();
    }

    private void press(String score) {
        var payload = quickReplies().stream()
                .filter(reply -> reply.get("title").asString().equals(score))
                .map(reply -> reply.get("payload").asString())
                .findFirst()
                .orElseThrow();
        does("messages", Map.of("text", score, "quickReply", payload));
    }

    private List<JsonNode> quickReplies() {
        return sandbox.get("/sandbox/api/customers/" + customer.id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("text").asString().equals(QUESTION))
                .findFirst()
                .orElseThrow()
                .get("quickReplies")
                .valueStream()
                .toList();
    }
}
