package dev.pupitre.sandbox;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells the receiver what happens in a thread, as far as the Page is subscribed to it and by the way that is Pupitre's. */
final class ThreadWebhooks {
    private static final Set<String> HEARD_IN_STANDBY =
            Set.of("messages", "message_echoes", "message_deliveries", "message_reads", "messaging_postbacks");

    private final FacebookPage page;
    private final WebhookLane lane;
    private final Clock clock;

    ThreadWebhooks(FacebookPage page, WebhookLane lane, Clock clock) {
        this.page = page;
        this.lane = lane;
        this.clock = clock;
    }

    /** While another app has the thread, Pupitre only listens; it is not told then what a button stands for. */
    void tell(@Nullable String owner, String field, ObjectNode item, Subject about) {
        if (owner == null || !HEARD_IN_STANDBY.contains(field)) {
            if (page.hears(field)) {
                lane.add(new Webhook(WebhookBody.messaging(page.id(), clock.millis(), item), about));
            }
        } else if (page.hears("standby")) {
            if (item.get("postback") instanceof ObjectNode postback) {
                postback.remove("payload");
            }
            lane.add(new Webhook(WebhookBody.standby(page.id(), clock.millis(), item), about));
        }
    }

    void close() {
        lane.close();
    }
}
