package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.HELLO;
import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.pupitre.graph.GraphFailure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphApiFailureTests {
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

    @ParameterizedTest
    @CsvSource({
        "400, 10, 2018278, WINDOW",
        "500, 2, , TRANSIENT",
        "503, 2, , TRANSIENT",
        "429, 613, 1893016, TRANSIENT",
        "401, 190, 463, TOKEN",
        "400, 190, , TOKEN",
        "403, 200, , PERMISSION",
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
        connect(new GraphProperties(
                nobody(),
                "v25.0",
                GraphFixture.DIALOG,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10)));

        assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    private static URI nobody() throws IOException {
        try (var released = new ServerSocket(0)) {
            return URI.create("http://localhost:" + released.getLocalPort());
        }
    }

    private void waitShortly() {
        http.close();
        connect(stub.settings(Duration.ofMillis(300)));
    }

    @Test
    void doubtsACallThatIsAnsweredTooLate() {
        waitShortly();
        stub.answersWith(exchange -> {
            Thread.sleep(3000);
            exchange.close();
        });

        assertThat(failure().kind()).isEqualTo(Kind.UNKNOWN_OUTCOME);
    }

    @Test
    void doubtsAnAnswerThatDoesNotEnd() {
        waitShortly();
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

    private GraphFailure failure() {
        return catchThrowableOfType(GraphFailure.class, () -> graph.send(PAGE, HELLO));
    }
}
