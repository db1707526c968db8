package dev.pupitre.webhook;

import dev.pupitre.webhook.Reading.Ignored;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands one change of a Page: of its wall, or a messaging item, which the dashboard's test button sends so. */
@Component
class ChangeReader {
    private final WallReader wall;
    private final ItemReader items;
    private final Occasions occasions;

    ChangeReader(WallReader wall, ItemReader items, Occasions occasions) {
        this.wall = wall;
        this.items = items;
        this.occasions = occasions;
    }

    Reading read(JsonNode change, JsonNode entry) {
        var field = change.path("field").asString("");
        var value = change.path("value");
        return switch (field) {
            case "feed" -> wall.feed(value, entry);
            case "mention" -> wall.mention(value, entry);
            case "ratings" -> wall.rating(value, entry);
            case "standby" -> items.readStandby(value, entry);
            case "" -> Reading.malformed();
            default -> other(field, change, value, entry);
        };
    }

    private Reading other(String field, JsonNode change, JsonNode value, JsonNode entry) {
        var ignored = IgnoredKind.named(field);
        if (ignored.isPresent()) {
            return new Ignored(ignored.get());
        }
        return field.startsWith("messag") || field.equals("response_feedback")
                ? items.read(value, entry)
                : occasions.unknown(field, change, entry);
    }
}
