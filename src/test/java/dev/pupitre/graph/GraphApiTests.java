package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.HELLO;
import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.util.EncodingUtils;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
        connect(stub.settings(Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    private void connect(GraphProperties settings) {
        http = new GraphHttp(settings);
        graph = new GraphApi(GraphFixture.clients(http, settings, meters));
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
                                            .put("text", "Bonjour à vous 👋 & \"merci\" = +1 %")
                                            .put("metadata", HELLO.metadata())));
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

    @Test
    void refusesTextsThatAreTooLongWithoutAsking() {
        var tooLong = OutboundMessage.text("42", "é".repeat(2001), HELLO.metadata());

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
    void stopsThePageWhenItsTokenCannotTravel() {
        var access = new PageAccess(PAGE.page(), new Secret("EAAB\nvery-secret"), null);

        var failure = catchThrowableOfType(GraphFailure.class, () -> graph.send(access, HELLO));

        assertThat(failure.kind()).isEqualTo(Kind.TOKEN);
        assertThat(failure).hasNoCause().hasMessageNotContaining("very-secret");
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
