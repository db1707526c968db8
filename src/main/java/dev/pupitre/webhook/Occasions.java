package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.conversation.FirstHearings;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.webhook.Reading.Ignored;
import dev.pupitre.webhook.Reading.Understood;
import dev.pupitre.webhook.Reading.Unknown;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out on whose Page and in whose thread an item happened, and when. */
@Component
class Occasions {
    private static final int LONGEST_PAGE_ID = 128;
    private static final int LONGEST_KEPT = 10_000;
    private static final int LONGEST_KIND = 60;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final Predicate<String> CUSTOMER =
            Pattern.compile("[A-Za-z0-9._-]{1,128}").asMatchPredicate();

    /** A thread and a time in it. */
    record Occasion(PageId page, String customer, Instant at) {
        /** Meta sends a mid with every message; where it is missing, the same words at the same time are the same message. */
        String madeUpMid(String kind, JsonNode message) {
            return "%s:%s:%s:%d:%s"
                    .formatted(
                            kind,
                            page,
                            customer,
                            at.toEpochMilli(),
                            hash(message.toString()).substring(0, 16));
        }
    }

    /** Something on a Page, and when. */
    record PageOccasion(PageId page, Instant at) {}

    /** Who caused an item. */
    enum Cause {
        CUSTOMER("sender", "recipient"),
        PAGE("recipient", "sender");

        private final String customer;
        private final String page;

        Cause(String customer, String page) {
            this.customer = customer;
            this.page = page;
        }
    }

    private final Pages pages;
    private final FirstHearings hearings;
    private final Clock clock;

    Occasions(Pages pages, FirstHearings hearings, Clock clock) {
        this.pages = pages;
        this.hearings = hearings;
        this.clock = clock;
    }

    /** What happened between a customer and a Page. */
    Reading read(JsonNode item, JsonNode entry, Cause cause, Function<Occasion, InboundEvent> event) {
        var named = pageIds(item.path(cause.page).path("id"), entry.path("id"));
        var customer = LenientJson.text(item.path(cause.customer).path("id")).filter(CUSTOMER);
        if (named.isEmpty() || customer.isEmpty()) {
            return Reading.malformed();
        }
        return connected(named)
                .<Reading>map(page ->
                        new Understood(event.apply(new Occasion(page, customer.get(), at(item, "timestamp", entry)))))
                .orElse(new Ignored(IgnoredKind.UNKNOWN_PAGE));
    }

    /** What concerns a Page, and is timed by this member of the item or else by the entry. */
    Reading readOfPage(JsonNode item, String time, JsonNode entry, Function<PageOccasion, InboundEvent> event) {
        var named = pageIds(item.path("recipient").path("id"), entry.path("id"));
        if (named.isEmpty()) {
            return Reading.malformed();
        }
        return connected(named)
                .<Reading>map(page -> new Understood(event.apply(new PageOccasion(page, at(item, time, entry)))))
                .orElse(new Ignored(IgnoredKind.UNKNOWN_PAGE));
    }

    /** What nobody has told us of. */
    Reading unknown(String kind, JsonNode item, JsonNode entry) {
        var reading = readOfPage(
                item,
                "timestamp",
                entry,
                on -> new Unrecognised(
                        on.page(),
                        on.at(),
                        LenientJson.cut(kind, LONGEST_KIND),
                        LenientJson.cut(item.toString(), LONGEST_KEPT),
                        hash(item.toString())));
        return reading instanceof Understood(Unrecognised kept) ? new Unknown(kept) : reading;
    }

    Optional<Instant> watermark(JsonNode receipt) {
        return LenientJson.time(receipt.path("watermark"), latest());
    }

    private Optional<PageId> connected(List<PageId> named) {
        return named.stream().flatMap(id -> pages.find(id).stream()).findFirst().map(Page::id);
    }

    /** In some calls the Page of the item is not the Page of the entry. */
    private static List<PageId> pageIds(JsonNode ofItem, JsonNode ofEntry) {
        return Stream.of(ofItem, ofEntry)
                .flatMap(node -> LenientJson.text(node).stream())
                .filter(id -> id.length() <= LONGEST_PAGE_ID)
                .map(PageId::new)
                .toList();
    }

    /** What no time is given for happened when it was first heard of: a repeat would be another event otherwise. */
    private Instant at(JsonNode item, String time, JsonNode entry) {
        return LenientJson.time(item.path(time), latest())
                .or(() -> LenientJson.time(entry.path("time"), latest()))
                .orElseGet(() -> hearings.of(hash(entry.path("id") + ":" + item)));
    }

    private Instant latest() {
        return clock.instant().plus(CLOCKS_DIFFER_BY);
    }

    private static String hash(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
