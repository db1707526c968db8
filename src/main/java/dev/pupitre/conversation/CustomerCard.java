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
 * @param facebook whether Facebook knows of it; null where there is nothing to tell it
 */
record CustomerCard(
        String page,
        String id,
        List<String> tags,
        Map<String, String> fields,
        @Nullable Blocked blocked,
        @Nullable AtFacebook facebook,
        List<Act> acts,
        long version) {

    record Blocked(Author by, Instant at, String reason) {}

    /** {@code code} and {@code reason} as those of messages. */
    record AtFacebook(
            StoredCustomer.AtFacebook.State state,
            Instant at,
            @Nullable String code,
            @Nullable String reason) {}

    /** Who blocked and unblocked, oldest first. */
    record Act(
            StoredCustomer.Act.Kind kind,
            Author by,
            Instant at,
            @Nullable String reason) {}
}
