package dev.pupitre.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a customer came from: an m.me link, or an ad with what it showed. */
record Referral(
        @Nullable String ref,
        @Nullable String source,
        @Nullable String type,
        @Nullable String adId,
        @Nullable String adTitle,
        @Nullable String photo,
        @Nullable String video,
        @Nullable String post,
        @Nullable String product,
        @Nullable String referer) {

    ObjectNode toWebhook() {
        var node = JsonNodeFactory.instance.objectNode();
        put(node, "ref", ref);
        put(node, "ad_id", adId);
        put(node, "source", source == null ? adId == null ? "SHORTLINK" : "ADS" : source);
        put(node, "type", Objects.requireNonNullElse(type, "OPEN_THREAD"));
        put(node, "referer_uri", referer);
        var context = JsonNodeFactory.instance.objectNode();
        put(context, "ad_title", adTitle);
        put(context, "photo_url", photo);
        put(context, "video_url", video);
        put(context, "post_id", post);
        put(context, "product_id", product);
        if (!context.isEmpty()) {
            node.set("ads_context_data", context);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
