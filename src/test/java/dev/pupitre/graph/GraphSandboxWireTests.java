package dev.pupitre.graph;

import static dev.pupitre.graph.GraphContract.ADA;
import static dev.pupitre.graph.GraphContract.PAGE;
import static dev.pupitre.graph.GraphContract.SECRET;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The sandbox answers on the wire what Meta documents, so that it cannot drift into fiction. */
@SpringBootTest(
        classes = GraphSandboxContractTests.SandboxAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pupitre.sandbox.redelivery.give-up-after=1ms")
@ActiveProfiles("local")
class GraphSandboxWireTests extends GraphWireContract {
    private static final String OTHER_PAGE = "100000000000002";
    private static final String BACK = "http://localhost/back";

    static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("page", PAGE),
            Map.entry("customer", ADA),
            Map.entry("app", "sandbox-app"),
            Map.entry("secret", SECRET),
            Map.entry("token", TOKEN),
            Map.entry("other", "sandbox-page-token-2"),
            Map.entry("comment", "1_2"),
            Map.entry("post", PAGE + "_1000001"),
            Map.entry("message", "m_1"),
            Map.entry("attachment", "1"),
            Map.entry("persona", "1"),
            Map.entry("user", "a-user-token"),
            Map.entry("code", "a-code"));

    private final URI sandbox;
    private final RestClient control;

    GraphSandboxWireTests(@LocalServerPort int port) {
        sandbox = URI.create("http://localhost:%d/sandbox".formatted(port));
        control = RestClient.create(sandbox.toString());
    }

    @BeforeEach
    void startAnew() {
        control.delete().uri("/api").retrieve().toBodilessEntity();
    }

    @Override
    URI address() {
        return URI.create(sandbox + "/graph");
    }

    @Override
    RecordedCase prepared(RecordedCase recorded) {
        var values = new HashMap<>(SAMPLES);
        recorded.preparations().forEach(preparation -> prepare(preparation, values));
        return recorded.with(values);
    }

    private void prepare(String preparation, Map<String, String> values) {
        var customer = "/api/customers/" + ADA;
        switch (preparation) {
            case "comment" ->
                values.put(
                        "comment",
                        post(
                                        "/api/posts/%s/comments".formatted(values.get("post")),
                                        Map.of("customer", ADA, "message", "Hm?"))
                                .path("id")
                                .asString());
            case "visit" ->
                values.put(
                        "post",
                        post("/api/pages/%s/visitor-posts".formatted(PAGE), Map.of("customer", ADA, "message", "Hm?"))
                                .path("id")
                                .asString());
            case "message" ->
                values.put(
                        "message",
                        post(customer + "/messages", Map.of("text", "Hi"))
                                .path("mid")
                                .asString());
            case "attachment" ->
                values.put(
                        "attachment",
                        graph("me/message_attachments", Map.of("message", Map.of("attachment", picture())))
                                .path("attachment_id")
                                .asString());
            case "persona" ->
                values.put(
                        "persona",
                        graph("me/personas", Map.of("name", "John", "profile_picture_url", "https://example.com/j.png"))
                                .path("id")
                                .asString());
            case "profile" ->
                graph(
                        "me/messenger_profile",
                        Map.of(
                                "greeting", List.of(Map.of("locale", "default", "text", "Hi")),
                                "get_started", Map.of("payload", "START")));
            case "window" -> send(HttpMethod.PUT, customer + "/window", Map.of("hoursAgo", 25));
            case "elsewhere" -> post(customer + "/thread-control", Map.of("action", "TAKE"));
            case "restricted" -> send(HttpMethod.PATCH, "/api/pages/" + PAGE, Map.of("restriction", "SENDING"));
            case "throttled" -> send(HttpMethod.PUT, "/api/usage", Map.of("callCount", 100));
            case "expired" -> send(HttpMethod.PATCH, "/api/pages/" + PAGE, Map.of("token", "EXPIRED"));
            case "other-expired" -> send(HttpMethod.PATCH, "/api/pages/" + OTHER_PAGE, Map.of("token", "EXPIRED"));
            case "code" -> values.put("code", code());
            case "user" -> values.put("user", user());
            default -> throw new AssertionError("The contract knows no preparation " + preparation);
        }
    }

    private static Map<String, Object> picture() {
        return Map.of("type", "image", "payload", Map.of("url", "https://example.com/a.png", "is_reusable", true));
    }

    private String code() {
        var dialog = sandbox + "/dialog/oauth?client_id=sandbox-app&redirect_uri=" + BACK
                + "&scope=pages_show_list,pages_messaging";
        var location =
                post("/api/dialog", Map.of("url", dialog)).path("location").asString();
        var code = UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .getFirst("code");
        return Objects.requireNonNull(code);
    }

    private String user() {
        return Objects.requireNonNull(control.get()
                        .uri(
                                "/graph/v25.0/oauth/access_token?client_id=sandbox-app&client_secret={secret}&redirect_uri={back}&code={code}",
                                SECRET,
                                BACK,
                                code())
                        .retrieve()
                        .body(JsonNode.class))
                .path("access_token")
                .asString();
    }

    private JsonNode graph(String path, Object body) {
        return post("/graph/v25.0/%s?access_token=%s".formatted(path, TOKEN), body);
    }

    private JsonNode post(String path, Object body) {
        return Objects.requireNonNull(request(HttpMethod.POST, path, body).body(JsonNode.class));
    }

    private void send(HttpMethod method, String path, Object body) {
        request(method, path, body).toBodilessEntity();
    }

    private RestClient.ResponseSpec request(HttpMethod method, String path, Object body) {
        return control.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve();
    }
}
