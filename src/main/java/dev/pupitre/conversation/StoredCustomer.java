package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What colleagues keep about a customer of a Page, whom Meta knows by another id at each Page.
 *
 * @param fields values by the id of the field, as text
 * @param block that the customer is blocked, and why
 * @param facebook what became of telling Facebook; null where there is nothing to tell it
 * @param acts who blocked and unblocked, oldest first
 */
record StoredCustomer(
        @Id String id,
        String page,
        String customer,
        List<String> tags,
        Map<String, String> fields,
        @Nullable Block block,
        @Nullable AtFacebook facebook,
        List<Act> acts,
        Long version) {

    /** @param reason in the words of who blocked */
    record Block(Author by, Instant at, String reason) {}

    /**
     * Whether Facebook knows who is blocked and who is not any more.
     *
     * @param at when there was something new to tell
     * @param reason why it does not know, or not yet
     */
    record AtFacebook(State state, Instant at, @Nullable Reason reason) {
        enum State {
            PENDING,
            DONE,
            REFUSED
        }
    }

    /** Who did what, and why. */
    record Act(Kind kind, Author by, Instant at, @Nullable String reason) {
        enum Kind {
            BLOCKED,
            UNBLOCKED
        }
    }

    /** One of whom only some was ever kept has nothing else. */
    StoredCustomer {
        tags = requireNonNullElse(tags, List.of());
        fields = requireNonNullElse(fields, Map.of());
        acts = requireNonNullElse(acts, List.of());
        version = requireNonNullElse(version, 0L);
    }

    /** Retention leaves it when it takes all else. */
    boolean standsAlone() {
        return block != null || facebook != null;
    }

    static StoredCustomer nothingOf(PageId page, String customer) {
        return new StoredCustomer(
                key(page.value(), customer), page.value(), customer, List.of(), Map.of(), null, null, List.of(), 0L);
    }

    static String key(String page, String customer) {
        return page + ":" + customer;
    }
}
