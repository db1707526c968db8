package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tiny Graph API over real HTTP that answers as it was told and remembers what it was asked. */
final class GraphStub implements AutoCloseable {
    /** One call that arrived. */
    record Call(String method, String path, @Nullable String authorization, Map<String, String> parameters) {}

    /** Writes an answer, or breaks the connection by throwing. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = json(200, "{}");

    GraphStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static Behaviour json(int status, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        };
    }

    static Behaviour error(int status, int code, @Nullable Integer subcode) {
        return json(status, """
                {"error": {"message": "(#%d) No", "type": "OAuthException", "code": %d, "error_subcode": %s,
                 "fbtrace_id": "AbCdEf"}}""".formatted(code, code, subcode));
    }

    void answersWith(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    List<Call> calls() {
        return calls;
    }

    GraphProperties settings(Duration timeout) {
        return new GraphProperties(
                address(), "v25.0", GraphFixture.DIALOG, Duration.ofSeconds(2), timeout, Duration.ofSeconds(10));
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sandbox/graph");
    }

    private void handle(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body.startsWith("--") ? Map.of("multipart", body) : parameters(query == null ? form(body) : query)));
        try {
            behaviour.answer(exchange);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is written as JSON is not looked into. */
    private static String form(String body) {
        return body.startsWith("{") ? "" : body;
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
