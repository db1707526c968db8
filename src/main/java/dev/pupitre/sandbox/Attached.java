package dev.pupitre.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What hangs on a message, in the shapes of the Messenger Platform's reference of the {@code messages} webhook.
 *
 * @param payload what the webhook says in place of the payload made up from the rest; a JSON null says null
 */
record Attached(
        String type,
        @Nullable String url,
        @Nullable String title,
        @Nullable String contentType,
        @Nullable Long stickerId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable JsonNode payload) {

    private static final Set<String> WITH_LINK_BESIDE = Set.of("fallback", "location");
    private static final Set<String> WITH_TITLE_INSIDE = Set.of("reel", "ig_reel", "post", "ig_post", "share");

    static Attached file(String type, String url, @Nullable String name, @Nullable String contentType) {
        return new Attached(type, url, name, contentType, null, null, null, null);
    }

    ObjectNode toWebhook(boolean stickersAsPictures) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("type", type.equals("sticker") && stickersAsPictures ? "image" : type);
        if (WITH_LINK_BESIDE.contains(type)) {
            put(node, "title", title);
            put(node, "url", url);
        }
        if (payload != null) {
            node.set("payload", payload);
        } else if (!type.equals("unsupported_type")) {
            node.set("payload", madeUp());
        }
        return node;
    }

    private JsonNode madeUp() {
        if (type.equals("fallback")) {
            return JsonNodeFactory.instance.nullNode();
        }
        var made = JsonNodeFactory.instance.objectNode();
        if (type.equals("location")) {
            made.putObject("coordinates").put("lat", latitude).put("long", longitude);
            return made;
        }
        put(made, "url", url);
        if (WITH_TITLE_INSIDE.contains(type)) {
            put(made, "title", title);
        }
        if (stickerId != null) {
            made.put("sticker_id", stickerId);
        }
        return made;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    View view() {
        return new View(type, url, title, contentType, stickerId, latitude, longitude);
    }

    /** What the sandbox's page shows of it. */
    record View(
            String type,
            @Nullable String url,
            @Nullable String title,
            @Nullable String contentType,
            @Nullable Long stickerId,
            @Nullable Double latitude,
            @Nullable Double longitude) {}
}
