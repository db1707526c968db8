package dev.pupitre.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A browser's EventSource: reads the stream on a thread of its own and remembers the last id. */
final class EventStream implements AutoCloseable {
    record Event(String id, String name, String data) {}

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String lastId = "";
    private final String session = "session-" + SESSIONS.incrementAndGet();
    private final AtomicInteger beats = new AtomicInteger();

    private EventStream() {}

    static EventStream open(URI uri, String caller, @Nullable String lastEventId) {
        var stream = new EventStream();
        var request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .header("X-Caller", caller)
                .header("X-Session", stream.session);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var response = stream.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            Thread.startVirtualThread(() ->
                    stream.read(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))));
            assertThat(stream.opened.await(10, TimeUnit.SECONDS)).isTrue();
            return stream;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void read(BufferedReader lines) {
        var name = "";
        var data = "";
        try (lines) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (name.equals("beat")) {
                        beats.incrementAndGet();
                    } else if (!data.isEmpty()) {
                        events.add(new Event(lastId, name, data));
                    }
                    name = "";
                    data = "";
                    opened.countDown();
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException broken) {
            // The end of the stream, as a browser sees it.
        } finally {
            ended.countDown();
        }
    }

    Event next() {
        return nextWithin(Duration.ofSeconds(10))
                .orElseThrow(() -> new AssertionError("Expected an event within ten seconds, but none came"));
    }

    Optional<Event> nextWithin(Duration time) {
        try {
            return Optional.ofNullable(events.poll(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The data of all events up to and with the one of this name. */
    List<String> dataUntil(String name) {
        var data = new ArrayList<String>();
        for (var event = next(); ; event = next()) {
            data.add(event.data());
            if (event.name().equals(name)) {
                return data;
            }
        }
    }

    String lastId() {
        return lastId;
    }

    /** The id of the session the stream was opened in. */
    String session() {
        return session;
    }

    /** How often the server has said no more than that it is there. */
    int beats() {
        return beats.get();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
