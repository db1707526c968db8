package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a webhook says, in Meta's own shape. */
record WebhookBody(String object, List<Entry> entry) {
    record Entry(String id, long time, List<Item> messaging) {}

    record Item(
            Party sender,
            Party recipient,
            long timestamp,
            @Nullable Content message,
            @Nullable Delivery delivery,
            @Nullable Read read) {}

    record Party(String id) {}

    record Content(
            @JsonProperty("is_echo") @Nullable Boolean echo,
            @JsonProperty("app_id") @Nullable String appId,
            @Nullable String metadata,
            String mid,
            String text) {}

    record Delivery(List<String> mids, long watermark) {}

    record Read(long watermark) {}
}
