package dev.pupitre.assistant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks as much of OpenAI's chat completions as the tests need, and misbehaves as told. */
final class ChatStub implements AutoCloseable {
    /** How it answers one request. */
    interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Manner manner = says("Bonjour");
    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();

    ChatStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    void answers(Manner how) {
        manner = how;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (request.path("stream").asBoolean(false)) {
                send(exchange, 400, "{\"error\":{\"message\":\"stream is not supported\"}}");
            } else {
                manner.answer(exchange);
            }
        }
    }

    static Manner says(String text) {
        return completes(
                text, "stop", "\"usage\":{\"prompt_tokens\":200,\"completion_tokens\":50,\"total_tokens\":250}");
    }

    static Manner completes(String text, String finish, String usage) {
        return exchange -> send(exchange, 200, """
                {"id":"c-1","object":"chat.completion","created":1,"model":"small","choices":[{"index":0,
                "message":{"role":"assistant","content":%s},"finish_reason":"%s"}]%s}""".formatted(
                        JSON.writeValueAsString(text), finish, usage.isEmpty() ? "" : "," + usage));
    }

    static Manner fails(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    /** Takes the question, and never says a word. */
    Manner staysSilent() {
        return exchange -> untilClosed();
    }

    /** Begins an answer and does not finish it. */
    Manner stopsHalfWay() {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            untilClosed();
        };
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
