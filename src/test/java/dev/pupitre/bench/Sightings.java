package dev.pupitre.bench;

import dev.pupitre.story.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of server-sent events and notes when each thing was first seen. */
final class Sightings implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Function<JsonNode, Optional<String>> reader;
    private final Stream<String> lines;

    private Sightings(Stream<String> lines, Function<JsonNode, Optional<String>> reader) {
        this.lines = lines;
        this.reader = reader;
    }

    /** What an agent sees: messages by their text, conversations by their state and customer. */
    static Sightings atTheDesk(HttpSession agent) {
        return open(agent, "/api/v1/events", data -> {
            if (data.has("message")) {
                return data.get("message").get("text").stringValueOpt();
            }
            return data.has("customer")
                    ? Optional.of(key(
                            data.get("state").asString(),
                            data.get("customer").get("id").asString()))
                    : Optional.empty();
        });
    }

    /** What a customer sees: the Page's messages by their text. */
    static Sightings inTheSandbox(HttpSession anyone) {
        return open(
                anyone,
                "/sandbox/api/events",
                data -> Optional.of(data.path("message"))
                        .filter(message -> message.path("fromPage").asBoolean(false))
                        .map(message -> message.get("text").asString()));
    }

    static String key(String state, String customer) {
        return state + " " + customer;
    }

    private static Sightings open(HttpSession http, String path, Function<JsonNode, Optional<String>> reader) {
        try {
            var request =
                    http.request(path).header("Accept", "text/event-stream").build();
            var answer = http.client().send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Expected a stream at " + path + ", but got " + answer.statusCode());
            }
            var sightings = new Sightings(answer.body(), reader);
            Thread.ofPlatform().daemon().name("sightings").start(sightings::read);
            return sightings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> {
                var now = System.nanoTime();
                reader.apply(JSON.readTree(line.substring("data:".length())))
                        .ifPresent(key -> seen.putIfAbsent(key, now));
            });
        } catch (UncheckedIOException ended) {
            // Closed, by this end or the other.
        }
    }

    /** Waits until all of these were seen, and says when the last one was. */
    long awaitAll(Collection<String> keys) {
        Awaitility.await("all of " + keys.size() + " seen")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> seen.keySet().containsAll(keys));
        return keys.stream().mapToLong(this::at).max().orElseThrow();
    }

    long at(String key) {
        var at = seen.get(key);
        if (at == null) {
            throw new AssertionError("Expected to have seen \"" + key + "\", but did not");
        }
        return at;
    }

    void forget() {
        seen.clear();
    }

    @Override
    public void close() {
        lines.close();
    }
}
