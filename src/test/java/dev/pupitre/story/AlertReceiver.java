package dev.pupitre.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Somebody's program that alerts go out to: it refuses the first call about each event of a kind, and takes the next. */
final class AlertReceiver implements AutoCloseable {
    private static final int REFUSED = 500;
    private static final int TAKEN = 204;

    /** One call as it came in, and what was answered. */
    record Call(String delivery, String timestamp, String signature, String body, int answer) {
        JsonNode json() {
            return HttpSession.JSON.readTree(body);
        }

        String event() {
            return json().path("event").asString();
        }

        String about() {
            return json().path("alert").path("id").asString();
        }

        boolean isSignedBy(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                var expected = HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
                return signature.equals("sha256=" + expected);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String refusedFirst = "";

    AlertReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/alerts", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/alerts".formatted(server.getAddress().getPort());
    }

    /** The first call of each delivery that is about this is answered 500. */
    void refusesFirst(String alert) {
        refusedFirst = alert;
    }

    /** In the order in which they came in; an alert that is over has an id of its own, which begins with what it was. */
    List<Call> about(String event, String alert) {
        return calls.stream()
                .filter(call -> call.event().equals(event) && call.about().startsWith(alert))
                .toList();
    }

    List<Call> tests() {
        return calls.stream().filter(call -> call.event().equals("test")).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var delivery = headers.getFirst("Pupitre-Delivery");
            var isNew = calls.stream().noneMatch(call -> call.delivery().equals(delivery));
            var about = HttpSession.JSON.readTree(body).path("alert").path("id").asString();
            var answer = isNew && about.equals(refusedFirst) ? REFUSED : TAKEN;
            calls.add(new Call(
                    delivery,
                    headers.getFirst("Pupitre-Timestamp"),
                    headers.getFirst("Pupitre-Signature"),
                    body,
                    answer));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
