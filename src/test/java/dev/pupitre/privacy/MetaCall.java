package dev.pupitre.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the room as Meta and people's browsers do. */
final class MetaCall {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    MetaCall(int port) {
        base = URI.create("http://localhost:" + port);
    }

    HttpResponse<String> post(String path, String form) {
        return post(path, BodyPublishers.ofString(form));
    }

    HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body));
    }

    HttpResponse<String> get(String path, String languages) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", languages));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
