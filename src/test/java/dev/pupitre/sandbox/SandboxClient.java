package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the sandbox as its page and other tests do: over HTTP only. */
final class SandboxClient {
    static final String ADA = "7000000000000001";
    static final String EMILE = "7000000000000002";
    static final String PAGE = "100000000000001";
    static final String TOKEN = "sandbox-page-token";
    static final Receiver RECEIVER = new Receiver();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    SandboxClient(int port) {
        base = URI.create("http://localhost:%d/sandbox/".formatted(port));
    }

    static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "pupitre.sandbox.webhook-url=" + RECEIVER.webhook(),
                            "pupitre.sandbox.redelivery.first-wait=20ms",
                            "pupitre.sandbox.redelivery.longest-wait=100ms")
                    .applyTo(context);
        }
    }

    record Answer(int status, JsonNode body) {
        int code() {
            return body.at("/error/code").asInt(0);
        }

        int subcode() {
            return body.at("/error/error_subcode").asInt(0);
        }

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    void startAnew() {
        call("DELETE", "api", "");
        RECEIVER.reset();
    }

    JsonNode write(String customer, String text) {
        return call("POST", "api/customers/%s/messages".formatted(customer), json(Map.of("text", text)))
                .body();
    }

    List<JsonNode> messages(String customer) {
        return get("api/customers/%s/messages".formatted(customer))
                .body()
                .valueStream()
                .toList();
    }

    List<JsonNode> sent() {
        return get("api/sent").body().valueStream().toList();
    }

    Answer behave(Map<String, Object> behaviour) {
        return call("PUT", "api/behaviour", json(behaviour));
    }

    Answer fail(Map<String, Object> fault) {
        return call("PUT", "api/faults", json(fault));
    }

    Answer send(String customer, String text) {
        return call(
                "POST",
                "graph/v25.0/me/messages?access_token=" + TOKEN,
                json(Map.of("recipient", Map.of("id", customer), "message", Map.of("text", text))));
    }

    Answer post(String path, Object body) {
        return call("POST", path, json(body));
    }

    Answer put(String path, Object body) {
        return call("PUT", path, json(body));
    }

    Answer patch(String path, Object body) {
        return call("PATCH", path, json(body));
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    /** A call of the Graph API for the settings' Page. */
    Answer graph(String method, String path, Object body) {
        return graph(method, path, TOKEN, body);
    }

    Answer graph(String method, String path, String token, Object body) {
        var sign = path.contains("?") ? "&" : "?";
        return call(method, "graph/v25.0/" + path + sign + "access_token=" + token, json(body));
    }

    Answer graph(String path) {
        return graph("GET", path, TOKEN, Map.of());
    }

    /** Sends a file as a form with parts. */
    Answer upload(String path, Map<String, String> fields, String part, String name, String type, byte[] content) {
        var boundary = "----sandbox-client";
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (field, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field, value)
                        .getBytes(UTF_8)));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, part, name, type)
                        .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            var answer = exchange(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException broken) {
            throw new AssertionError("Expected an answer, but the connection broke", broken);
        }
    }

    HttpResponse<byte[]> fetch(String address) {
        try {
            return exchange(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new AssertionError("Expected an answer, but the connection broke", broken);
        }
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer call(String method, String path, String body) {
        try {
            return tryCall(method, path, body);
        } catch (IOException broken) {
            throw new AssertionError("Expected an answer, but the connection broke", broken);
        }
    }

    Answer tryCall(String method, String path, String body) throws IOException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = exchange(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String address(String path) {
        return base.resolve(path).toString();
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
