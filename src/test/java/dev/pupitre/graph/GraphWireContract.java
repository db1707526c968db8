package dev.pupitre.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.FacebookClient;
import com.restfb.Parameter;
import com.restfb.json.Json;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever plays the Graph API answers on the wire as Meta documents, and so that our client understands it. */
abstract class GraphWireContract {
    static final String TOKEN = GraphContract.TOKEN;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient wire = HttpClient.newHttpClient();
    private GraphHttp http;
    private GraphClients clients;

    abstract URI address();

    /** Brings about what the case presumes. */
    abstract RecordedCase prepared(RecordedCase recorded);

    @BeforeEach
    void connect() {
        var settings = new GraphProperties(
                address(),
                "v25.0",
                GraphFixture.DIALOG,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        clients = GraphFixture.clients(http, settings, new SimpleMeterRegistry());
    }

    @AfterEach
    void disconnect() {
        http.close();
        wire.close();
    }

    @ParameterizedTest
    @MethodSource("dev.pupitre.graph.RecordedCase#all")
    void answersInTheDocumentedShape(RecordedCase recorded) throws Exception {
        var asked = prepared(recorded);

        var request = HttpRequest.newBuilder(URI.create(address() + "/v25.0/" + asked.path()))
                .header("Content-Type", "application/json")
                .method(
                        asked.method(),
                        asked.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(asked.body().toString()));
        var token = token(asked);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.value());
        }
        var answer = wire.send(request.build(), BodyHandlers.ofString());

        assertThat(asked.differencesTo(JSON.readTree(answer.body()))).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(asked.status());
    }

    @ParameterizedTest
    @MethodSource("dev.pupitre.graph.RecordedCase#all")
    void isUnderstoodByTheClient(RecordedCase recorded) throws IOException {
        var asked = prepared(recorded);

        if (asked.status() == 200) {
            assertThat(call(asked)).isSubsetOf(asked.fields());
        } else {
            assertThat(catchThrowableOfType(GraphFailure.class, () -> call(asked))
                            .kind())
                    .isNotEqualTo(Kind.UNKNOWN_OUTCOME);
        }
    }

    private List<String> call(RecordedCase asked) {
        var path = UriComponentsBuilder.fromUriString(asked.path()).build();
        var parameters = new ArrayList<Parameter>();
        path.getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> parameters.add(Parameter.with(name, String.valueOf(value))));
        if (asked.body() != null) {
            asked.body().properties().forEach(field -> parameters.add(parameter(field.getKey(), field.getValue())));
        }
        var all = parameters.toArray(Parameter[]::new);
        var target = String.valueOf(path.getPath());
        return clients.call("contract", token(asked), null, client -> call(client, asked.method(), target, all));
    }

    private static List<String> call(FacebookClient client, String method, String path, Parameter[] parameters) {
        return switch (method) {
            case "GET" -> client.fetchObject(path, JsonObject.class, parameters).names();
            case "POST" -> client.publish(path, JsonObject.class, parameters).names();
            default -> {
                // RestFB gives no more than a yes or no, and that for one of the two shapes of yes only.
                var _ = client.deleteObject(path, parameters);
                yield List.of();
            }
        };
    }

    private static Parameter parameter(String name, JsonNode value) {
        return value.isContainer()
                ? Parameter.with(name, Json.parse(value.toString()))
                : Parameter.with(name, value.asString());
    }

    private static @Nullable Secret token(RecordedCase asked) {
        if (asked.token() == null) {
            return new Secret(TOKEN);
        }
        return asked.token().isEmpty() ? null : new Secret(asked.token());
    }
}
