package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.conversation.ReceivedContent;
import dev.pupitre.page.MetaApp;
import dev.pupitre.webhook.Occasions.Cause;
import dev.pupitre.webhook.Reading.Ignored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands one item of a Page's messaging webhooks. */
@Component
class ItemReader {
    private static final Predicate<String> MID =
            Pattern.compile("[\\x21-\\x7e]{1,512}").asMatchPredicate();
    private static final Predicate<String> MESSAGE_ID =
            Pattern.compile("[\\x21-\\x7e]{1,128}").asMatchPredicate();

    private final Occasions occasions;
    private final MetaApp app;

    ItemReader(Occasions occasions, MetaApp app) {
        this.occasions = occasions;
        this.app = app;
    }

    Reading read(JsonNode item, JsonNode entry) {
        if (item.path("message").isObject()) {
            return message(item, entry, item.path("message"));
        }
        if (item.path("postback").isObject()) {
            return postback(item, entry, item.path("postback"));
        }
        if (item.path("delivery").isObject()) {
            return delivery(item, entry, item.path("delivery"));
        }
        if (item.path("read").isObject()) {
            return read(item, entry, item.path("read"));
        }
        return new Ignored(ignoredKind(item));
    }

    /** Another application answers in this thread: what the Page wrote is news, what the customer wrote is not for us. */
    Reading readStandby(JsonNode item, JsonNode entry) {
        var ofCustomer = item.has("postback") || (item.has("message") && !isEcho(item.path("message")));
        return ofCustomer ? new Ignored(IgnoredKind.STANDBY) : read(item, entry);
    }

    private Reading message(JsonNode item, JsonNode entry, JsonNode message) {
        if (message.path("is_deleted").asBoolean(false)) {
            return new Ignored(IgnoredKind.UNSEND);
        }
        return isEcho(message) ? echo(item, entry, message) : received(item, entry, message);
    }

    private Reading received(JsonNode item, JsonNode entry, JsonNode message) {
        var text = MessageWords.of(message);
        return occasions.read(item, entry, Cause.CUSTOMER, in -> {
            var mid = mid(message).orElseGet(() -> in.madeUpMid("message", text));
            return new MessageReceived(in.page(), in.customer(), in.at(), mid, text, ReceivedContent.NONE, false);
        });
    }

    private Reading echo(JsonNode item, JsonNode entry, JsonNode message) {
        var text = MessageWords.of(message);
        var metadata = LenientJson.text(message.path("metadata")).filter(MESSAGE_ID);
        var byOurApp = LenientJson.text(message.path("app_id")).filter(app.id()::equals);
        return occasions.read(item, entry, Cause.PAGE, in -> {
            var mid = mid(message).orElseGet(() -> in.madeUpMid("echo", text));
            return new MessageEchoed(
                    in.page(),
                    in.customer(),
                    in.at(),
                    mid,
                    text,
                    ReceivedContent.NONE,
                    metadata.orElse(null),
                    byOurApp.isPresent());
        });
    }

    private Reading postback(JsonNode item, JsonNode entry, JsonNode postback) {
        var mid = mid(postback);
        var payload = LenientJson.text(postback.path("payload")).map(MessageWords::cut);
        var title = LenientJson.text(postback.path("title"))
                .map(MessageWords::cut)
                .or(() -> payload)
                .orElse("[button]");
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new PostbackReceived(
                        in.page(), in.customer(), in.at(), mid.orElse(null), title, payload.orElse(null), null, false));
    }

    private Reading delivery(JsonNode item, JsonNode entry, JsonNode delivery) {
        var mids = new ArrayList<String>();
        for (var mid : LenientJson.elements(delivery.path("mids"))) {
            LenientJson.text(mid).filter(MID).ifPresent(mids::add);
        }
        var until = occasions.watermark(delivery);
        if (mids.isEmpty() && until.isEmpty()) {
            return new Ignored(IgnoredKind.MALFORMED);
        }
        return occasions.read(
                item,
                entry,
                Cause.CUSTOMER,
                in -> new MessagesDelivered(
                        in.page(), in.customer(), in.at(), List.copyOf(mids), until.orElse(Instant.EPOCH)));
    }

    private Reading read(JsonNode item, JsonNode entry, JsonNode read) {
        var until = occasions.watermark(read);
        if (until.isEmpty()) {
            return new Ignored(IgnoredKind.MALFORMED);
        }
        return occasions.read(
                item, entry, Cause.CUSTOMER, in -> new MessagesRead(in.page(), in.customer(), in.at(), until.get()));
    }

    private static boolean isEcho(JsonNode message) {
        return message.path("is_echo").asBoolean(false);
    }

    private static Optional<String> mid(JsonNode holder) {
        return LenientJson.text(holder.path("mid")).filter(MID);
    }

    private static IgnoredKind ignoredKind(JsonNode item) {
        if (!item.isObject()
                || Stream.of("message", "postback", "delivery", "read").anyMatch(item::has)) {
            return IgnoredKind.MALFORMED;
        }
        return Stream.of(IgnoredKind.values())
                .filter(kind -> kind.names().anyMatch(item::has))
                .findFirst()
                .orElse(IgnoredKind.OTHER);
    }
}
