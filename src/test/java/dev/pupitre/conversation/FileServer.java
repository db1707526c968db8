package dev.pupitre.conversation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A tiny host of files over real HTTP that remembers what it was asked. */
final class FileServer implements AutoCloseable {
    static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    /** Writes an answer, or breaks the connection by throwing. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that arrived: the path, and what would tell the host who asks. */
    record Asked(String path, boolean withCredentials) {}

    private final HttpServer server;
    private final ConcurrentMap<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static Behaviour file(String type, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Behaviour status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Behaviour redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** From now on this is what is at the path; returns its address. */
    String at(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return address(path);
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(path, headers.containsKey("Authorization") || headers.containsKey("Cookie")));
        try (exchange) {
            behaviours.getOrDefault(path, status(404)).answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
