package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A conversation that waits for an agent.
 *
 * @param pool the key of the {@link Pool} it is for
 * @param kind together with {@code target} and {@code campaign}, that pool
 * @param since when the customer came: who waits again, or waited for the desk to open, is not at the end
 * @param queuedAt when this wait began
 * @param firstQueuedAt when the customer was first queued; null where an earlier version has put it in
 * @param expertise what who answers should know
 * @param lastAgent who had the customer last
 */
record QueueEntry(
        @Id ConversationId conversation,
        String pool,
        CampaignId campaign,
        Pool.Kind kind,
        @Nullable String target,
        int priority,
        Instant since,
        Instant queuedAt,
        @Nullable Instant firstQueuedAt,
        @Nullable String expertise,
        @Nullable String lastAgent) {
    /** By priority, then age. */
    static final Comparator<QueueEntry> AS_SERVED = Comparator.comparing(
                    QueueEntry::priority, Comparator.reverseOrder())
            .thenComparing(QueueEntry::since)
            .thenComparing(entry -> entry.conversation().value());

    static QueueEntry of(
            ConversationId conversation,
            Pool pool,
            int priority,
            Instant since,
            Instant queuedAt,
            @Nullable String expertise,
            @Nullable String lastAgent) {
        return new QueueEntry(
                conversation,
                pool.key(),
                pool.campaign(),
                pool.kind(),
                pool.id(),
                priority,
                since,
                queuedAt,
                queuedAt,
                expertise,
                lastAgent);
    }

    /** The same of a customer who was queued before. */
    QueueEntry firstQueued(@Nullable Instant at) {
        return new QueueEntry(
                conversation, pool, campaign, kind, target, priority, since, queuedAt, at, expertise, lastAgent);
    }

    /** Since when the customer has waited, in this queue and those before. */
    Instant waitsSince() {
        return firstQueuedAt == null ? queuedAt : firstQueuedAt;
    }

    /** Whether the conversation still waits as it did when this was put in; not for others, or again. */
    boolean isOfThisWaitOf(Conversation conversation) {
        return conversation.state() == ConversationState.WAITING && queuedAt.equals(waitingSince(conversation));
    }

    /** When the conversation's present wait began. */
    static Instant waitingSince(Conversation conversation) {
        return conversation.queuedAt() == null ? conversation.openedAt() : conversation.queuedAt();
    }

    QueueEntry in(String otherPool) {
        return new QueueEntry(
                conversation,
                otherPool,
                campaign,
                kind,
                target,
                priority,
                since,
                queuedAt,
                firstQueuedAt,
                expertise,
                lastAgent);
    }

    Pool whoFor() {
        return new Pool(campaign, kind, target);
    }
}
