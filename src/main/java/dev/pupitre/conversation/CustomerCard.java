package dev.pupitre.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues keep about a customer, as the desk sees it.
 *
 * @param fields values by field, of those fields that there are
 * @param blocked null where the customer is not
 */
record CustomerCard(
        String page,
        String id,
        List<String> tags,
        Map<String, String> fields,
        @Nullable Blocked blocked,
        List<Act> acts,
        long version) {

    record Blocked(Author by, Instant at, String reason) {}

    /** Who blocked and unblocked, oldest first. */
    record Act(
            StoredCustomer.Act.Kind kind,
            Author by,
            Instant at,
            @Nullable String reason) {}
}
