package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A customer who wrote more than a day ago: what may still be sent, and what opens Meta's window again. */
class ClosedWindowIT extends WebhookStory {
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @AfterEach
    void theFeatureIsNotGranted() {
        knows(false);
        grants(false);
    }

    @Test
    void withoutTheFeatureNobodyAnswersAfterADay() {
        var id = wrote(Duration.ofHours(30));

        var policy = policy(id);
        var refused = says(id, Map.of("text", "Trop tard"));

        assertThat(policy.at("/now/allowed").asBoolean()).isFalse();
        assertThat(policy.get("humanAgentUntil").isNull()).isTrue();
        assertThat(refused).returns(409, Answer::status);
        assertThat(refused.json().get("type").asString()).endsWith("messaging-policy");
        assertThat(refused.json().get("detail").asString()).contains("Human Agent");
        assertThat(refused.json().get("code").asString()).isEqualTo("HUMAN_AGENT_NOT_GRANTED");
        assertThat(alice.texts(id)).containsExactly("Une question");
    }

    @Test
    void withTheFeatureAHumanAnswersForSevenDays() {
        knows(true);
        grants(true);
        var id = wrote(Duration.ofHours(30));

        var policy = policy(id);
        assertThat(policy.at("/now/allowed").asBoolean()).isTrue();
        assertThat(policy.at("/now/tag").asString()).isEqualTo("HUMAN_AGENT");
        assertThat(Instant.parse(policy.get("humanAgentUntil").asString())).isAfter(Instant.now());
        assertThat(says(id, Map.of("text", "Nous voici"))).returns(202, Answer::status);

        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Nous voici"));
        var sent = sandbox.get("/sandbox/api/customers/" + customer.id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("fromPage").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(sent.get("type").asString()).isEqualTo("MESSAGE_TAG");
        assertThat(sent.get("tag").asString()).isEqualTo("HUMAN_AGENT");
    }

    @Test
    void withTheFeatureNobodyAnswersAfterSevenDays() {
        knows(true);
        grants(true);
        var id = wrote(Duration.ofDays(8));

        var refused = says(id, Map.of("text", "Bien trop tard"));

        assertThat(refused).returns(409, Answer::status);
        assertThat(refused.json().get("detail").asString()).contains("7 days");
    }

    @Test
    void aFeatureThatFacebookDoesNotGrantFailsWithItsReasonAndIsTriedAgainOnceItDoes() {
        knows(true);
        var id = wrote(Duration.ofHours(30));

        assertThat(says(id, Map.of("text", "Nous voici"))).returns(202, Answer::status);
        await().until(() ->
                messageSaying(id, "Nous voici").get("status").asString().equals("FAILED"));
        var failed = messageSaying(id, "Nous voici");
        assertThat(failed.get("reason").asString()).isNotBlank();
        assertThat(customer.received()).isEmpty();

        grants(true);
        var retry = path(id) + "/messages/" + failed.get("id").asString() + "/retry";
        assertThat(alice.http.post(retry, Map.of())).returns(200, Answer::status);
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Nous voici"));
    }

    @Test
    void aReactionOpensTheWindowAgainAndAReadDoesNot() {
        var id = wrote(Duration.ofHours(30));

        tell(Duration.ZERO, Map.of("read", Map.of("watermark", System.currentTimeMillis())));
        awaitEmptyInbox();
        assertThat(policy(id).at("/now/allowed").asBoolean()).isFalse();

        var mid = messageSaying(id, "Une question").get("mid").asString();
        assertThat(sandbox.put(
                        "/sandbox/api/customers/" + customer.id + "/messages/" + mid + "/reaction",
                        Map.of("reaction", "love")))
                .returns(200, Answer::status);
        await().until(() -> policy(id).at("/now/allowed").asBoolean());
        assertThat(policy(id).at("/now/type").asString()).isEqualTo("RESPONSE");
        assertThat(says(id, Map.of("text", "Nous voici"))).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Nous voici"));
    }

    private String wrote(Duration ago) {
        does(
                "messages",
                Map.of(
                        "text",
                        "Une question",
                        "timestamp",
                        Instant.now().minus(ago).toString()));
        return alice.isGiven(customer);
    }

    private JsonNode policy(String id) {
        return alice.http.get(path(id) + "/messaging-policy").json();
    }

    /** What Pupitre was told of the Page. */
    private void knows(boolean granted) {
        assertThat(admin.patch("/api/v1/pages/" + PAGE, Map.of("humanAgent", granted)))
                .returns(200, Answer::status);
    }

    /** What is true at Facebook. */
    private void grants(boolean granted) {
        assertThat(sandbox.patch("/sandbox/api/pages/" + PAGE, Map.of("humanAgent", granted)))
                .returns(200, Answer::status);
    }
}
