package dev.pupitre.sandbox;

import dev.pupitre.sandbox.WebhookBody.Content;
import dev.pupitre.sandbox.WebhookBody.Delivery;
import dev.pupitre.sandbox.WebhookBody.Entry;
import dev.pupitre.sandbox.WebhookBody.Item;
import dev.pupitre.sandbox.WebhookBody.Party;
import dev.pupitre.sandbox.WebhookBody.Read;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Words what happens in a thread as the Page's webhooks tell it. */
@Profile("local")
@Component
class WebhookBodies {
    private final SandboxProperties settings;
    private final Clock clock;

    WebhookBodies(SandboxProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    WebhookBody message(Message message) {
        var content = new Content(null, null, null, message.mid(), message.text());
        return fromCustomer(message, message.at().toEpochMilli(), content, null, null);
    }

    WebhookBody echo(Message message) {
        var item = new Item(
                new Party(settings.pageId()),
                new Party(message.customerId()),
                message.at().toEpochMilli(),
                new Content(true, settings.appId(), message.metadata(), message.mid(), message.text()),
                null,
                null);
        return body(item);
    }

    WebhookBody delivery(Message message) {
        var watermark = message.at().toEpochMilli();
        return fromCustomer(message, clock.millis(), null, new Delivery(List.of(message.mid()), watermark), null);
    }

    /** One read event speaks for all messages up to the newest that was read. */
    WebhookBody read(Message newest) {
        return fromCustomer(
                newest, clock.millis(), null, null, new Read(newest.at().toEpochMilli()));
    }

    private WebhookBody fromCustomer(
            Message about,
            long timestamp,
            @Nullable Content message,
            @Nullable Delivery delivery,
            @Nullable Read read) {
        return body(new Item(
                new Party(about.customerId()), new Party(settings.pageId()), timestamp, message, delivery, read));
    }

    private WebhookBody body(Item item) {
        return new WebhookBody("page", List.of(new Entry(settings.pageId(), clock.millis(), List.of(item))));
    }
}
