package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static dev.pupitre.sandbox.SandboxClient.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SandboxTest
class GraphFaultTests {
    private static final String MESSAGES = "graph/v25.0/me/messages?access_token=" + TOKEN;
    private static final String SEND_TO_ADA =
            "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"Hi\"}}".formatted(ADA);

    private final SandboxClient sandbox;

    GraphFaultTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 | 2018001 | {"recipient":{"id":"1"},"message":{"text":"Hi"}}
            100 | 2018034 | {"recipient":{"id":"7000000000000001"},"message":{"text":" "}}
            100 | 2018034 | {"recipient":{"id":"7000000000000001"},"message":{}}
            100 |         | {"recipient":{"id":"7000000000000001"},"message":{"text":12}}
            100 |         | {"recipient":{"id":"7000000000000001"},"message":"Hi"}
            100 |         | {"recipient":{"id":"7000000000000001"}}
            100 | 2018292 | {"recipient":{"comment_id":"1"},"message":{"text":"Hi"}}
            100 |         | {"message":{"text":"Hi"}}
            100 |         | {"recipient":{"id":"7000000000000001"},"message":{"text":"Hi"},"messaging_type":"LATER"}
            100 |         | {"recipient":{"id":"7000000000000001"},"sender_action":"dance"}
            100 |         | {"recipient":
            100 |         | []
            """)
    void refusesWhatMetaRefuses(int code, @Nullable Integer subcode, String body) {
        var answer = sandbox.call("POST", MESSAGES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertError(answer, code, subcode);
        assertThat(sandbox.sent()).isEmpty();
    }

    @Test
    void takesTwoThousandCharactersAndNotOneMore() {
        assertThat(sandbox.send(ADA, "é".repeat(1_999) + "😀").status()).isEqualTo(200);
        assertError(sandbox.send(ADA, "é".repeat(2_001)), 100, null);
    }

    @Test
    void refusesAnotherPageAndUnknownPaths() {
        assertError(sandbox.call("POST", "graph/v25.0/42/messages?access_token=" + TOKEN, SEND_TO_ADA), 100, 33);
        assertError(sandbox.get("graph/v25.0/42?access_token=" + TOKEN), 100, 33);
        assertError(sandbox.get("graph/v25.0/me?fields=name,shoe_size&access_token=" + TOKEN), 100, null);
        assertError(sandbox.get("graph/v25.0/me/albums/1?access_token=" + TOKEN), 2500, null);
        assertError(sandbox.call("POST", "graph/v25.0/me/messages", SEND_TO_ADA), 190, null);
    }

    @Test
    void failsTheNextCallsAsTold() {
        sandbox.fail(Map.of("calls", 2, "status", 429, "code", 613, "subcode", 1893016, "message", "Slower"));

        var first = sandbox.send(ADA, "one");
        var second = sandbox.send(ADA, "one");
        var third = sandbox.send(ADA, "one");

        assertThat(first.status()).isEqualTo(429);
        assertError(first, 613, 1893016);
        assertThat(first.body().at("/error/message").asString()).isEqualTo("Slower");
        assertError(second, 613, 1893016);
        assertThat(third.status()).isEqualTo(200);
        assertThat(sandbox.sent()).hasSize(1);
    }

    @Test
    void failsAfterTheMessageWasTakenWhenTold() {
        sandbox.fail(Map.of("calls", 1, "acceptFirst", true));

        var answer = sandbox.send(ADA, "taken");

        assertThat(answer.status()).isEqualTo(500);
        assertError(answer, 2, null);
        assertThat(sandbox.sent()).hasSize(1);
        await().untilAsserted(() -> assertThat(RECEIVER.texts()).contains("taken"));
    }

    @Test
    void breaksTheConnectionBeforeTheMessageIsTaken() {
        sandbox.fail(Map.of("calls", 1, "drop", true));

        assertThatIOException().isThrownBy(() -> sandbox.tryCall("POST", MESSAGES, SEND_TO_ADA));

        assertThat(sandbox.sent()).isEmpty();
        assertThat(sandbox.send(ADA, "again").status()).isEqualTo(200);
    }

    @Test
    void breaksTheConnectionAfterTheMessageWasTaken() {
        sandbox.fail(Map.of("calls", 1, "drop", true, "acceptFirst", true));

        assertThatIOException().isThrownBy(() -> sandbox.tryCall("POST", MESSAGES, SEND_TO_ADA));

        assertThat(sandbox.sent()).hasSize(1);
        await().untilAsserted(() -> assertThat(RECEIVER.texts()).contains("Hi"));
    }

    @Test
    void answersSlowlyWhenTold() {
        sandbox.behave(Map.of("delayMillis", 300));
        var start = System.nanoTime();

        assertThat(sandbox.send(ADA, "slow").status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void forgetsFaultsAndBehaviourWhenStartedAnew() {
        sandbox.fail(Map.of("calls", 5));
        sandbox.behave(Map.of("echoes", false));

        sandbox.startAnew();

        assertThat(sandbox.send(ADA, "as ever").status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(RECEIVER.texts()).contains("as ever"));
    }

    private static void assertError(SandboxClient.Answer answer, int code, @Nullable Integer subcode) {
        var error = answer.body().path("error");
        assertThat(error.path("code").asInt(0)).isEqualTo(code);
        assertThat(error.path("error_subcode").asInt(0)).isEqualTo(subcode == null ? 0 : subcode);
        assertThat(error.path("type").asString("")).isEqualTo("OAuthException");
        assertThat(error.path("message").asString("")).isNotBlank();
        assertThat(error.path("fbtrace_id").asString("")).isNotBlank();
    }
}
