package dev.pupitre.story;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a browser that is logged in hears about Pages while it is open. */
final class PageAlarms implements AutoCloseable {
    private static final String EVENT = "event: page";
    private static final String DATA = "data: ";

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> stream;
    private volatile boolean isPage;

    private PageAlarms(HttpSession session) {
        stream = session.client()
                .sendAsync(
                        session.request("/api/v1/events")
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build(),
                        BodyHandlers.ofLines());
        Thread.startVirtualThread(() -> stream.join().body().forEach(this::read));
    }

    static PageAlarms heardBy(HttpSession session) {
        var alarms = new PageAlarms(session);
        await().until(alarms.stream::isDone);
        return alarms;
    }

    private void read(String line) {
        if (line.startsWith("event: ")) {
            isPage = line.equals(EVENT);
        } else if (isPage && line.startsWith(DATA)) {
            heard.add(HttpSession.JSON.readTree(line.substring(DATA.length())));
        }
    }

    void awaitState(String page, String state) {
        await().until(() -> heard.stream()
                .anyMatch(change -> change.get("id").asString().equals(page)
                        && change.get("state").asString().equals(state)));
    }

    @Override
    public void close() {
        stream.join().body().close();
    }
}
