package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What is still to be sent in one thread, in order; the document is there only while there is something.
 *
 * @param leasedBy the node that works on it, until {@code leasedUntil}
 * @param attempt a call whose outcome is not recorded
 * @param attempts refusals of the first item so far
 * @param notBefore nothing is tried earlier
 */
record OutboxLane(
        @Id String thread,
        PageId page,
        String customer,
        List<Item> items,
        @Nullable String leasedBy,
        @Nullable Instant leasedUntil,
        @Nullable Attempt attempt,
        int attempts,
        @Nullable Instant notBefore) {

    /** A message of a conversation; its text stands in the transcript. */
    record Item(MessageId message, ConversationId conversation) {}

    /**
     * Recorded before the call, so that a crash during it is known of afterwards.
     *
     * @param at when it was last waited for
     * @param begun when the call began
     */
    record Attempt(
            MessageId message,
            String by,
            Instant at,
            @Nullable Instant begun) {
        Instant since() {
            return begun == null ? at : begun;
        }
    }

    boolean isTrying(Item item) {
        return attempt != null && attempt.message().equals(item.message());
    }
}
