package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited, and who had the conversation for how long, from hand to hand; what still lasts is not in
 * it.
 *
 * @param firstQueuedAt when the customer was first queued
 * @param waits in which queues they waited from when to when; empty where no agent has had it
 * @param handled by whom, in the order in which they first had it
 */
public record Times(@Nullable Instant firstQueuedAt, List<Wait> waits, List<Handled> handled) {
    public static final Times NONE = new Times(null, List.of(), List.of());

    /** The customer waited in the campaign's queue. */
    public record Wait(Instant from, Instant to, @Nullable CampaignId campaign) {}

    /** An agent had it for a campaign, for so long in all. */
    public record Handled(String agent, @Nullable CampaignId campaign, int seconds) {}

    /** In all queues together; null where no agent has had it. */
    public @Nullable Integer waitingSeconds() {
        var waited = waits.stream()
                .map(wait -> Duration.between(wait.from(), wait.to()))
                .reduce(Duration.ZERO, Duration::plus);
        return waits.isEmpty() ? null : Integer.valueOf((int) Math.max(0, waited.toSeconds()));
    }
}
