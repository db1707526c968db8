package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.webhook.Reading.Ignored;
import dev.pupitre.webhook.Reading.Understood;
import dev.pupitre.webhook.Reading.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the events in a call: one call may hold several Pages, entries and kinds; all that is not understood is counted. */
@Component
class WebhookEvents {
    private final JsonMapper json;
    private final ItemReader items;
    private final ChangeReader changes;
    private final WebhookMeters meters;

    WebhookEvents(JsonMapper json, ItemReader items, ChangeReader changes, WebhookMeters meters) {
        this.json = json;
        this.items = items;
        this.changes = changes;
        this.meters = meters;
    }

    /** Oldest first: Meta keeps the order of a thread, but its repeats break it. */
    List<InboundEvent> in(byte[] body) {
        final JsonNode call;
        try {
            call = json.readTree(body);
        } catch (JacksonException broken) {
            meters.ignored(IgnoredKind.BROKEN);
            return List.of();
        }
        if (!call.path("object").asString("").equals("page")) {
            meters.ignored(IgnoredKind.UNKNOWN_OBJECT);
            return List.of();
        }
        var events = new ArrayList<InboundEvent>();
        for (var entry : LenientJson.elements(call.path("entry"))) {
            read(entry, events);
        }
        events.sort(Comparator.comparing(InboundEvent::at));
        return events;
    }

    private void read(JsonNode entry, List<InboundEvent> events) {
        for (var item : LenientJson.elements(entry.path("messaging"))) {
            take(items.read(item, entry), events);
        }
        for (var item : LenientJson.elements(entry.path("standby"))) {
            take(items.readStandby(item, entry), events);
        }
        for (var change : LenientJson.elements(entry.path("changes"))) {
            take(changes.read(change, entry), events);
        }
    }

    private void take(Reading reading, List<InboundEvent> events) {
        switch (reading) {
            case Understood(var event) -> events.add(event);
            case Ignored(var kind) -> meters.ignored(kind);
            case Unknown(var event) -> {
                meters.ignored(IgnoredKind.OTHER);
                events.add(event);
            }
        }
    }
}
