package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited, and who had the conversation for how long, from hand to hand; what still lasts is not in
 * it.
 *
 * @param firstQueuedAt when the customer was first queued
 * @param waitingSeconds in all queues together; null where no agent has had it
 * @param handled by whom, in the order in which they first had it
 */
public record Times(
        @Nullable Instant firstQueuedAt, @Nullable Integer waitingSeconds, List<Handled> handled) {
    public static final Times NONE = new Times(null, null, List.of());

    /** An agent had it for a campaign, for so long in all. */
    public record Handled(String agent, @Nullable CampaignId campaign, int seconds) {}
}
