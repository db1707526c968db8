package dev.pupitre.conversation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Where Meta keeps files, at the address that counts as the Graph API's own. */
final class MetaFiles implements AutoCloseable {
    private record Answer(int status, Map<String, String> headers, int size) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    MetaFiles() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the address of a file with so many bytes. */
    String has(String path, String contentType, int size) {
        answers.put(path, new Answer(200, Map.of("Content-Type", contentType), size));
        return base() + path;
    }

    String answers(String path, int status) {
        answers.put(path, new Answer(status, Map.of(), 0));
        return base() + path;
    }

    String leads(String path, String to) {
        answers.put(path, new Answer(302, Map.of("Location", to), 0));
        return base() + path;
    }

    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            asked.add(path);
            var answer = answers.getOrDefault(path, new Answer(404, Map.of(), 0));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.size() == 0 ? -1 : answer.size());
            if (answer.size() > 0) {
                exchange.getResponseBody().write(new byte[answer.size()]);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
