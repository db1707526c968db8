package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who asks customers something when a conversation is over, and knows the answers when they come. */
public interface Afterwards {
    /**
     * What a customer wrote or pressed in a private thread in which no conversation is open, or by a quick reply.
     *
     * @param thread as {@link InboundEvent#thread()} names it
     * @param mid Meta's id of it; the same event always has the same one
     * @param payload of the quick reply that was pressed
     */
    record Answer(
            String thread,
            String customer,
            String mid,
            String text,
            @Nullable String payload,
            Instant at) {}

    /** Takes the answer; false when it is none, and belongs to a conversation. A repeat is taken again. */
    boolean takes(Answer answer);
}
