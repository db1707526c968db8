package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.webhook.Reading.Ignored;
import dev.pupitre.webhook.Reading.Understood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Understands one item of a Page's messaging webhooks. */
@Component
class ItemReader {
    private static final int LONGEST_PAGE_ID = 128;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final Predicate<String> CUSTOMER =
            Pattern.compile("[A-Za-z0-9._-]{1,128}").asMatchPredicate();
    private static final Predicate<String> MID =
            Pattern.compile("[\\x21-\\x7e]{1,512}").asMatchPredicate();
    private static final Predicate<String> MESSAGE_ID =
            Pattern.compile("[\\x21-\\x7e]{1,128}").asMatchPredicate();

    /** In whose thread it happened, and when. */
    private record Occasion(PageId page, String customer, Instant at) {
        /** Meta sends one with every message; where it is missing, the same words at the same time are the same message. */
        String madeUpMid(String kind, String text) {
            return "%s:%s:%s:%d:%08x".formatted(kind, page, customer, at.toEpochMilli(), text.hashCode());
        }
    }

    private final Pages pages;
    private final Clock clock;

    ItemReader(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    Reading read(JsonNode item, JsonNode entry) {
        var message = item.path("message");
        if (message.isObject()) {
            return message(item, entry, message);
        }
        if (item.path("postback").isObject()) {
            return postback(item, entry);
        }
        if (item.path("delivery").isObject()) {
            return delivery(item, entry);
        }
        if (item.path("read").isObject()) {
            return watermark(item.path("read"))
                    .map(until ->
                            inThread(item, entry, at -> new MessagesRead(at.page(), at.customer(), at.at(), until)))
                    .orElse(new Ignored(IgnoredKind.MALFORMED));
        }
        return new Ignored(kind(item));
    }

    /** Another application answers in this thread: what the Page wrote is news, what the customer wrote is not for us. */
    Reading readStandby(JsonNode item, JsonNode entry) {
        var ofCustomer = item.has("postback")
                || (item.has("message") && !item.path("message").path("is_echo").asBoolean(false));
        return ofCustomer ? new Ignored(IgnoredKind.STANDBY) : read(item, entry);
    }

    private Reading message(JsonNode item, JsonNode entry, JsonNode message) {
        if (message.path("is_deleted").asBoolean(false)) {
            return new Ignored(IgnoredKind.UNSEND);
        }
        var text = MessageWords.of(message);
        var mid = mid(message);
        if (message.path("is_echo").asBoolean(false)) {
            var metadata = LenientJson.text(message.path("metadata")).filter(MESSAGE_ID);
            return inThread(
                    item,
                    "sender",
                    "recipient",
                    entry,
                    at -> new MessageEchoed(
                            at.page(),
                            at.customer(),
                            at.at(),
                            mid.orElseGet(() -> at.madeUpMid("echo", text)),
                            text,
                            metadata.orElse(null)));
        }
        return inThread(
                item,
                entry,
                at -> new MessageReceived(
                        at.page(), at.customer(), at.at(), mid.orElseGet(() -> at.madeUpMid("message", text)), text));
    }

    private Reading postback(JsonNode item, JsonNode entry) {
        var postback = item.path("postback");
        var payload = LenientJson.text(postback.path("payload")).map(MessageWords::cut);
        var title =
                LenientJson.text(postback.path("title")).map(MessageWords::cut).or(() -> payload);
        return inThread(
                item,
                entry,
                at -> new PostbackReceived(
                        at.page(),
                        at.customer(),
                        at.at(),
                        mid(postback).orElse(null),
                        title.orElse("[button]"),
                        payload.orElse(null)));
    }

    private Reading delivery(JsonNode item, JsonNode entry) {
        var mids = new ArrayList<String>();
        for (var mid : LenientJson.elements(item.path("delivery").path("mids"))) {
            LenientJson.text(mid).filter(MID).ifPresent(mids::add);
        }
        var until = watermark(item.path("delivery"));
        if (mids.isEmpty() && until.isEmpty()) {
            return new Ignored(IgnoredKind.MALFORMED);
        }
        return inThread(
                item,
                entry,
                at -> new MessagesDelivered(
                        at.page(), at.customer(), at.at(), List.copyOf(mids), until.orElse(Instant.EPOCH)));
    }

    private Reading inThread(JsonNode item, JsonNode entry, Function<Occasion, InboundEvent> event) {
        return inThread(item, "recipient", "sender", entry, event);
    }

    private Reading inThread(
            JsonNode item,
            String pageField,
            String customerField,
            JsonNode entry,
            Function<Occasion, InboundEvent> event) {
        var named = pageIds(item.path(pageField).path("id"), entry.path("id"));
        var customer = LenientJson.text(item.path(customerField).path("id")).filter(CUSTOMER);
        if (named.isEmpty() || customer.isEmpty()) {
            return new Ignored(IgnoredKind.MALFORMED);
        }
        return named.stream()
                .flatMap(id -> pages.find(id).stream())
                .findFirst()
                .map(Page::id)
                .<Reading>map(page -> new Understood(event.apply(new Occasion(page, customer.get(), at(item, entry)))))
                .orElse(new Ignored(IgnoredKind.UNKNOWN_PAGE));
    }

    /** In some calls the Page of the item is not the Page of the entry. */
    private static List<PageId> pageIds(JsonNode ofItem, JsonNode ofEntry) {
        return Stream.of(ofItem, ofEntry)
                .flatMap(node -> LenientJson.text(node).stream())
                .filter(id -> id.length() <= LONGEST_PAGE_ID)
                .map(PageId::new)
                .toList();
    }

    private Instant at(JsonNode item, JsonNode entry) {
        return LenientJson.time(item.path("timestamp"), latest())
                .or(() -> LenientJson.time(entry.path("time"), latest()))
                .orElseGet(clock::instant);
    }

    private Optional<Instant> watermark(JsonNode receipt) {
        return LenientJson.time(receipt.path("watermark"), latest());
    }

    private Instant latest() {
        return clock.instant().plus(CLOCKS_DIFFER_BY);
    }

    private static Optional<String> mid(JsonNode holder) {
        return LenientJson.text(holder.path("mid")).filter(MID);
    }

    private static IgnoredKind kind(JsonNode item) {
        if (item.has("message") || item.has("postback") || item.has("delivery") || item.has("read")) {
            return IgnoredKind.MALFORMED;
        }
        return Stream.of(IgnoredKind.values())
                .filter(kind -> kind.names().anyMatch(item::has))
                .findFirst()
                .orElse(item.isObject() ? IgnoredKind.OTHER : IgnoredKind.MALFORMED);
    }
}
