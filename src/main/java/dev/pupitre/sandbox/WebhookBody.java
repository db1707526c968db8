package dev.pupitre.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a webhook says, in Meta's own shape. */
record WebhookBody(String object, List<Entry> entry) {
    /** Has exactly one of the three. */
    record Entry(
            String id,
            long time,
            @Nullable List<ObjectNode> messaging,
            @Nullable List<ObjectNode> standby,
            @Nullable List<Change> changes) {}

    record Change(String field, ObjectNode value) {}

    static WebhookBody messaging(String page, long time, ObjectNode item) {
        return of(new Entry(page, time, List.of(item), null, null));
    }

    static WebhookBody standby(String page, long time, ObjectNode item) {
        return of(new Entry(page, time, null, List.of(item), null));
    }

    static WebhookBody change(String page, long time, String field, ObjectNode value) {
        return of(new Entry(page, time, null, null, List.of(new Change(field, value))));
    }

    private static WebhookBody of(Entry entry) {
        return new WebhookBody("page", List.of(entry));
    }
}
