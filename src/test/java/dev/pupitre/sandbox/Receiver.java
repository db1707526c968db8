package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.util.EncodingUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real receiver of webhooks that trusts only the signature, and can be told to refuse or to be away. */
final class Receiver {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_SIGNED = 403;

    private final List<String> accepted = new ArrayList<>();
    private final Queue<Integer> refusals = new ArrayDeque<>();
    private Predicate<String> unwanted = body -> false;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private HttpServer server;

    Receiver() {
        server = listen();
        address = server.getAddress();
    }

    URI webhook() {
        return URI.create("http://localhost:%d/hook".formatted(address.getPort()));
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = listen();
    }

    synchronized void reset() {
        accepted.clear();
        refusals.clear();
        unwanted = body -> false;
    }

    synchronized void refuseWhatSays(String text) {
        unwanted = body -> body.contains(text);
    }

    synchronized void refuseNext(Integer... statuses) {
        refusals.addAll(List.of(statuses));
    }

    synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** What {@code messaging} held, in the order of arrival. */
    List<JsonNode> events() {
        return accepted().stream()
                .flatMap(body -> JSON.readTree(body).path("entry").valueStream())
                .flatMap(entry -> entry.path("messaging").valueStream())
                .toList();
    }

    List<String> texts() {
        return events().stream()
                .map(event -> event.path("message").path("text").asString())
                .toList();
    }

    private HttpServer listen() {
        try {
            var started = HttpServer.create(address, 0);
            started.createContext("/hook", this::receive);
            started.createContext("/webhooks/meta", this::receive);
            started.setExecutor(threads);
            started.start();
            return started;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var status = isSigned(exchange, body) ? decide(body) : NOT_SIGNED;
            var answer = (status == 200 ? "EVENT_RECEIVED" : "not now").getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private synchronized int decide(String body) {
        if (unwanted.test(body)) {
            return 503;
        }
        var status = Objects.requireNonNullElse(refusals.poll(), 200);
        if (status == 200) {
            accepted.add(body);
        }
        return status;
    }

    /** Both are HMAC-SHA256 in hex, so that an independent implementation judges the sandbox's. */
    private static boolean isSigned(HttpExchange exchange, String body) {
        var expected = "sha256=" + EncodingUtils.encodeAppSecretProof("sandbox-secret", body);
        return expected.equals(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
    }
}
