package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.pupitre.kernel.PageId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphProfileTests {
    private GraphStub stub;
    private GraphHttp http;
    private GraphApi graph;

    @BeforeEach
    void start() throws IOException {
        stub = new GraphStub();
        var settings = stub.settings(Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        graph = new GraphApi(GraphFixture.clients(http, settings, new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\",\"name\":\"A. L.\"} | Ada Lovelace",
                "{\"first_name\":\"Ada\"} | Ada",
                "{\"first_name\":\" \",\"name\":\"Ada L.\"} | Ada L.",
                "{\"name\":\"Ada L.\",\"id\":\"42\"} | Ada L."
            })
    void namesTheCustomerByFirstAndLastNameOrElseByName(String answer, String name) {
        stub.answersWith(json(200, answer));

        assertThat(graph.profile(PAGE, "42")).contains(new Profile(name));
        assertThat(stub.calls()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/sandbox/graph/v25.0/42");
            assertThat(call.parameters()).containsEntry("fields", "first_name,last_name,name,profile_pic,locale");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"42\"}", "{\"first_name\":7}", "[]", "null", "", "<html>"})
    void isEmptyWhenNoNameIsTold(String answer) {
        stub.answersWith(json(200, answer));

        assertThat(graph.profile(PAGE, "42")).isEmpty();
    }

    @Test
    void isEmptyWhenMetaRefuses() {
        stub.answersWith(error(400, 100, 33));

        assertThat(graph.profile(PAGE, "42")).isEmpty();
    }

    @Test
    void isEmptyWhenTheConnectionBreaks() {
        stub.answersWith(HttpExchange::close);

        assertThat(graph.profile(PAGE, "42")).isEmpty();
    }

    @Test
    void asksForOnePersonOfAPageOnce() {
        stub.answersWith(json(200, "{\"first_name\":\"Ada\"}"));

        graph.profile(PAGE, "42");
        graph.profile(PAGE, "42");
        graph.profile(new PageAccess(new PageId("2"), PAGE.token(), null), "42");

        assertThat(stub.calls()).hasSize(2);
    }

    @Test
    void staysInsideTheAddressWhateverTheCustomerIsCalled() {
        stub.answersWith(json(200, "{\"first_name\":\"Ada\"}"));

        graph.profile(PAGE, "../me/accounts?x=1");

        assertThat(stub.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).doesNotContainKey("x"));
    }
}
