package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.EMILE;
import static dev.pupitre.sandbox.SandboxClient.PAGE;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SandboxTest
class WebhookDeliveryTests {
    private final SandboxClient sandbox;

    WebhookDeliveryTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void tellsACustomersMessageInMetasShape() {
        var written = sandbox.write(ADA, "Bonjour");

        await().untilAsserted(() -> assertThat(RECEIVER.events()).hasSize(1));
        var event = RECEIVER.events().getFirst();
        assertThat(event.at("/sender/id").asString()).isEqualTo(ADA);
        assertThat(event.at("/recipient/id").asString()).isEqualTo(PAGE);
        assertThat(event.at("/message/mid").asString())
                .isEqualTo(written.path("mid").asString());
        assertThat(event.at("/message/text").asString()).isEqualTo("Bonjour");
        assertThat(event.path("timestamp").isIntegralNumber()).isTrue();
        assertThat(event.path("message").propertyNames()).containsExactlyInAnyOrder("mid", "text");
        assertThat(RECEIVER.accepted().getFirst())
                .startsWith("{\"object\":\"page\",\"entry\":[{\"id\":\"%s\",\"time\":".formatted(PAGE));
    }

    @Test
    void signsTheEscapedTextAsMetaDoes() {
        sandbox.write(ADA, "été/Ω 😀");

        await().untilAsserted(() -> assertThat(RECEIVER.accepted()).hasSize(1));
        assertThat(RECEIVER.accepted().getFirst()).contains("\"\\u00e9t\\u00e9\\/\\u03a9 \\ud83d\\ude00\"");
    }

    @Test
    void keepsTheOrderOfAThreadThroughRefusals() {
        RECEIVER.refuseNext(503, 200, 500, 503, 200);
        var texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();

        texts.forEach(text -> sandbox.write(ADA, text));

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).isEqualTo(texts));
    }

    @Test
    void showsWhatTheReceiverSaidUntilItAccepts() {
        var refusals = IntStream.range(0, 1_000).mapToObj(i -> 503).toArray(Integer[]::new);
        RECEIVER.refuseNext(refusals);

        sandbox.write(ADA, "Anyone?");

        await().untilAsserted(() -> assertThat(problemOf(ADA)).isEqualTo("The receiver answered 503 not now"));
        RECEIVER.reset();
        await().untilAsserted(() -> assertThat(problemOf(ADA)).isEmpty());
        assertThat(RECEIVER.texts()).containsExactly("Anyone?");
    }

    @Test
    void outlastsARestartOfTheReceiver() {
        RECEIVER.goAway();
        try {
            sandbox.write(ADA, "first");
            sandbox.write(ADA, "second");
            await().untilAsserted(() -> assertThat(problemOf(ADA)).startsWith("The receiver did not answer"));
        } finally {
            RECEIVER.comeBack();
        }

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("first", "second"));
        await().untilAsserted(() -> assertThat(problemOf(ADA)).isEmpty());
    }

    @Test
    void deliversTheSameMessageTwiceWhenItsIdIsGivenTwice() {
        var message = SandboxClient.json(Map.of("text", "Twice", "mid", "m_given", "timestamp", 1_790_000_000_123L));
        var path = "api/customers/%s/messages".formatted(ADA);

        sandbox.call("POST", path, message);
        sandbox.call("POST", path, message);

        await().untilAsserted(() -> assertThat(RECEIVER.events()).hasSize(2));
        assertThat(RECEIVER.events())
                .allSatisfy(
                        event -> assertThat(event.at("/message/mid").asString()).isEqualTo("m_given"))
                .allSatisfy(
                        event -> assertThat(event.path("timestamp").asLong()).isEqualTo(1_790_000_000_123L));
        assertThat(sandbox.messages(ADA)).hasSize(1);
    }

    @Test
    void repeatsWebhooksWhenTold() {
        sandbox.behave(Map.of("copies", 3));

        sandbox.write(ADA, "Echo");

        await().untilAsserted(() -> assertThat(RECEIVER.accepted()).hasSize(3));
        assertThat(RECEIVER.texts()).containsOnly("Echo");
    }

    @Test
    void oneThreadDoesNotWaitForAnother() {
        RECEIVER.refuseWhatSays("from Ada");

        sandbox.write(ADA, "from Ada");
        sandbox.write(EMILE, "from Emile");

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("from Emile"));
        RECEIVER.refuseWhatSays("nothing at all");
        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("from Emile", "from Ada"));
    }

    @Test
    void forgetsWhatStillWaitsWhenStartedAnew() {
        RECEIVER.goAway();
        try {
            sandbox.write(ADA, "never arrives");
            await().untilAsserted(() -> assertThat(problemOf(ADA)).isNotEmpty());
            sandbox.startAnew();
        } finally {
            RECEIVER.comeBack();
        }

        sandbox.write(ADA, "arrives");

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).contains("arrives"));
        assertThat(RECEIVER.texts()).containsExactly("arrives");
        assertThat(sandbox.messages(ADA)).hasSize(1);
    }

    private String problemOf(String customer) {
        return sandbox.messages(customer).getFirst().path("problem").asString("");
    }
}
