package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.HELLO;
import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.util.EncodingUtils;
import com.sun.net.httpserver.HttpExchange;
import dev.pupitre.graph.GraphFailure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class GraphApiTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACCEPTED = "{\"recipient_id\":\"42\",\"message_id\":\"m_abc\"}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private GraphStub stub;
    private GraphHttp http;
    private GraphApi graph;

    @BeforeEach
    void start() throws IOException {
        stub = new GraphStub();
        connect(stub.settings(Duration.ofMillis(700)));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private void connect(GraphProperties settings) {
        http = new GraphHttp(settings);
        graph = new GraphApi(http, settings, meters);
    }

    @Test
    void sendsTheTextAsAResponseWithOurIdAsMetadata() {
        stub.answersWith(json(200, ACCEPTED));

        var mid = graph.send(PAGE, HELLO);

        assertThat(mid).isEqualTo("m_abc");
        assertThat(stub.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/sandbox/graph/v25.0/100000000000001/messages");
            assertThat(call.parameters())
                    .containsEntry("recipient", "{\"id\":\"42\"}")
                    .containsEntry("messaging_type", "RESPONSE")
                    .hasEntrySatisfying(
                            "message",
                            content -> assertThat(JSON.readTree(content))
                                    .isEqualTo(JSON.createObjectNode()
                                            .put("text", HELLO.text())
                                            .put("metadata", HELLO.id().value())));
        });
    }

    @Test
    void showsTheTokenInTheHeaderOnlyAndProvesThatItIsOurs() {
        stub.answersWith(json(200, ACCEPTED));

        graph.send(PAGE, HELLO);

        var call = stub.calls().getFirst();
        assertThat(call.authorization()).isEqualTo("Bearer " + GraphFixture.TOKEN);
        assertThat(call.parameters())
                .doesNotContainKey("access_token")
                .containsEntry(
                        "appsecret_proof", EncodingUtils.encodeAppSecretProof(GraphFixture.SECRET, GraphFixture.TOKEN));
    }

    @Test
    void sendsNoProofWithoutASecret() {
        stub.answersWith(json(200, ACCEPTED));

        graph.send(new PageAccess(PAGE.page(), PAGE.token(), null), HELLO);

        assertThat(stub.calls().getFirst().parameters()).doesNotContainKey("appsecret_proof");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 10, 2018278, WINDOW",
        "500, 2, , TRANSIENT",
        "503, 2, , TRANSIENT",
        "429, 613, 1893016, TRANSIENT",
        "401, 190, 463, TOKEN",
        "400, 190, , TOKEN",
        "403, 200, , TOKEN",
        "400, 551, 1545041, RECIPIENT",
        "400, 10, 1893063, PAGE_RESTRICTED",
        "400, 100, 2018034, REJECTED"
    })
    void tellsTheKindOfAGraphErrorWhateverTheHttpStatus(int status, int code, Integer subcode, Kind kind) {
        stub.answersWith(error(status, code, subcode));

        assertThat(failure().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "500, '', UNKNOWN_OUTCOME",
        "502, '<html>Bad gateway</html>', UNKNOWN_OUTCOME",
        "503, '{\"status\":\"down\"}', UNKNOWN_OUTCOME",
        "504, '', UNKNOWN_OUTCOME",
        "429, '', TRANSIENT",
        "404, '<html>Nothing here</html>', REJECTED",
        "400, '{\"error\":\"no object\"}', REJECTED",
        "302, '', REJECTED",
        "200, '', UNKNOWN_OUTCOME",
        "200, '{}', UNKNOWN_OUTCOME",
        "200, '<html>Welcome to the hotel</html>', UNKNOWN_OUTCOME",
        "200, '{\"message_id\":17}', UNKNOWN_OUTCOME",
        "200, '[]', UNKNOWN_OUTCOME",
        "200, 'null', UNKNOWN_OUTCOME",
        "200, 'true', UNKNOWN_OUTCOME"
    })
    void doubtsWhatIsNoAnswerOfTheGraphApi(int status, String body, Kind kind) {
        stub.answersWith(json(status, body));

        assertThat(failure().kind()).isEqualTo(kind);
    }

    @Test
    void isSureThatNothingWasSentWhenNoConnectionOpens() throws IOException {
        http.close();
        connect(new GraphProperties(nobody(), "v25.0", Duration.ofSeconds(2), Duration.ofSeconds(2)));

        assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    private static URI nobody() throws IOException {
        try (var released = new ServerSocket(0)) {
            return URI.create("http://localhost:" + released.getLocalPort());
        }
    }

    @Test
    void doubtsACallThatIsAnsweredTooLate() {
        stub.answersWith(exchange -> {
            Thread.sleep(3000);
            exchange.close();
        });

        assertThat(failure().kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void doubtsAnAnswerThatDoesNotEnd() {
        stub.answersWith(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            Thread.sleep(3000);
            exchange.close();
        });

        assertThat(failure().kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void neverRepeatsACallByItselfWhenAKeptConnectionBreaks() {
        stub.answersWith(json(200, ACCEPTED));
        graph.send(PAGE, HELLO);
        stub.answersWith(HttpExchange::close);

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
        assertThat(stub.calls()).hasSize(2);
    }

    @Test
    void refusesTextsThatAreTooLongWithoutAsking() {
        var tooLong = new OutboundText("42", "é".repeat(2001), HELLO.id());

        var failure = catchThrowableOfType(GraphFailure.class, () -> graph.send(PAGE, tooLong));

        assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void neverTellsTheTokenInATextOrALog(CapturedOutput output) {
        stub.answersWith(json(400, """
                {"error":{"message":"Malformed access token %s","type":"OAuthException","code":190,
                "fbtrace_id":"AbCdEf"}}""".formatted(GraphFixture.TOKEN)));
        var logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("com.restfb", LogLevel.TRACE);
        logging.setLogLevel("dev.pupitre", LogLevel.TRACE);

        var failure = failure();
        graph.profile(PAGE, "42");

        logging.setLogLevel("com.restfb", null);
        logging.setLogLevel("dev.pupitre", null);
        var stackTrace = new StringWriter();
        failure.printStackTrace(new PrintWriter(stackTrace));
        assertThat(stackTrace.toString()).contains("190", "AbCdEf").doesNotContain(GraphFixture.TOKEN);
        assertThat(failure).hasMessageNotContaining("190");
        assertThat(output.toString()).contains("without a name").doesNotContain(GraphFixture.TOKEN);
    }

    @Test
    void measuresEachCallByItsOutcome() {
        stub.answersWith(json(200, ACCEPTED));
        graph.send(PAGE, HELLO);
        stub.answersWith(error(400, 10, 2018278));
        failure();
        stub.answersWith(json(502, ""));
        failure();
        stub.answersWith(json(200, "{}"));
        failure();

        assertThat(calls("send", "ok")).isEqualTo(1);
        assertThat(calls("send", "window")).isEqualTo(1);
        assertThat(calls("send", "unknown_outcome")).isEqualTo(2);
    }

    private GraphFailure failure() {
        return catchThrowableOfType(GraphFailure.class, () -> graph.send(PAGE, HELLO));
    }

    private long calls(String call, String outcome) {
        return meters.get("pupitre.graph.calls")
                .tags("call", call, "outcome", outcome)
                .timer()
                .count();
    }
}
