package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the desk sees it, without its transcript.
 *
 * @param priority higher is served first
 * @param unanswered how many messages the customer wrote since the last answer
 * @param version grows with each change
 */
public record Conversation(
        ConversationId id,
        ConversationState state,
        Party page,
        Party customer,
        @Nullable CampaignId campaign,
        @Nullable Party assignee,
        int priority,
        Instant openedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant closedAt,
        Instant lastActivityAt,
        @Nullable LastMessage lastMessage,
        int unanswered,
        int messageCount,
        long version) {
    /** What the list shows of the newest message. */
    public record LastMessage(Direction direction, String text, Instant at) {}
}
