package dev.pupitre.webhook;

import static java.util.stream.Collectors.joining;

import dev.pupitre.conversation.FirstHearings;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.page.Pages;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

/** The understanding part of the webhook without its web server, with the Page of the samples connected. */
final class WebhookParts {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WebhookEvents events;
    private final Map<String, Instant> heard = new HashMap<>();
    private Instant now = NOW;

    WebhookParts() {
        Pages pages = Mockito.mock();
        WebhookFixture.connect(pages);
        FirstHearings hearings = Mockito.mock();
        Mockito.when(hearings.of(Mockito.anyString()))
                .thenAnswer(call -> heard.computeIfAbsent(call.getArgument(0), anew -> now));
        var occasions = new Occasions(pages, hearings, Clock.fixed(NOW, ZoneOffset.UTC));
        var app = new WebhookSlice().metaApp();
        var items = new ItemReader(
                new MessageReader(occasions, app),
                new SignReader(occasions),
                new ControlReader(occasions, app),
                occasions);
        var changes = new ChangeReader(new WallReader(occasions), items, occasions);
        events = new WebhookEvents(new JsonMapper(), items, changes, new WebhookMeters(meters));
    }

    List<InboundEvent> understands(String sample) {
        return understands(WebhookFixture.sample(sample));
    }

    List<InboundEvent> understands(byte[] body) {
        return events.in(body);
    }

    /** What is heard of from now on was not heard of before this much later. */
    void later(Duration duration) {
        now = now.plus(duration);
    }

    /** What was counted, such as {@code "feed 1, reaction 2"}. */
    String ignored() {
        return counters()
                .sorted(Comparator.comparing(WebhookParts::kind))
                .map(counter -> kind(counter) + " " + (long) counter.count())
                .collect(joining(", "));
    }

    long total() {
        return (long) counters().mapToDouble(Counter::count).sum();
    }

    private Stream<Counter> counters() {
        return meters.get("pupitre.webhook.ignored").counters().stream().filter(counter -> counter.count() > 0);
    }

    private static String kind(Counter counter) {
        return String.valueOf(counter.getId().getTag("kind"));
    }
}
