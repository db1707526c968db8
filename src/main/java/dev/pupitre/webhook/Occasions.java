package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.webhook.Reading.Ignored;
import dev.pupitre.webhook.Reading.Understood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out in whose thread an item happened, and when. */
@Component
class Occasions {
    private static final int LONGEST_PAGE_ID = 128;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);
    private static final Predicate<String> CUSTOMER =
            Pattern.compile("[A-Za-z0-9._-]{1,128}").asMatchPredicate();

    /** A thread and a time in it. */
    record Occasion(PageId page, String customer, Instant at) {
        /** Meta sends a mid with every message; where it is missing, the same words at the same time are the same message. */
        String madeUpMid(String kind, String text) {
            return "%s:%s:%s:%d:%08x".formatted(kind, page, customer, at.toEpochMilli(), text.hashCode());
        }
    }

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
    private final Clock clock;

    Occasions(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    Reading read(JsonNode item, JsonNode entry, Cause cause, Function<Occasion, InboundEvent> event) {
        var named = pageIds(item.path(cause.page).path("id"), entry.path("id"));
        var customer = LenientJson.text(item.path(cause.customer).path("id")).filter(CUSTOMER);
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

    Optional<Instant> watermark(JsonNode receipt) {
        return LenientJson.time(receipt.path("watermark"), latest());
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

    private Instant latest() {
        return clock.instant().plus(CLOCKS_DIFFER_BY);
    }
}
