package dev.pupitre.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A ready answer that the Page offers beneath a message. */
record QuickReply(
        String title, @Nullable String payload, @Nullable String picture) {
    static QuickReply of(JsonNode node) {
        return new QuickReply(
                node.path("title").asString(""),
                node.path("payload").asString(null),
                node.path("image_url").asString(null));
    }
}
