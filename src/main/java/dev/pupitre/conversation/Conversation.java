package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the desk sees it, without its transcript.
 *
 * @param priority higher is served first
 * @param opensAt it waits for the desk to open then
 * @param firstResponseDueAt until when a human is to answer first, by the campaign's service level and hours
 * @param nextResponseDueAt the same for what the customer wrote since the last answer
 * @param lostAt when it had waited so long, unanswered, that its customer counts as lost
 * @param windowClosesAt until when the customer may be written to freely; null where no window was ever opened
 * @param elsewhere who answers instead of us at present
 * @param stopped for how long the clocks stood still because others answered
 * @param botPaused nothing automatic is sent any more
 * @param unanswered how many messages the customer wrote since the last answer
 * @param unansweredSince when the first of them came; null where there is none
 * @param messageCount with notes and lines, as they are numbered
 * @param saidCount of them what the customer and those who answer said: no notes, lines or texts that the rules ask for
 * @param score what the customer gave it, 1 to 5, when it was over
 * @param continues the conversation, over by then, that an agent went on with in this one
 * @param times in the queue and in agents' hands, all rounds of it together
 * @param assistant how soon an AI agent answered; null where none has
 * @param version grows with each change
 */
public record Conversation(
        ConversationId id,
        ConversationState state,
        Channel channel,
        Party page,
        Customer customer,
        @Nullable Post post,
        @Nullable Referral referral,
        @Nullable CampaignId campaign,
        @Nullable Party assignee,
        int priority,
        Instant openedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant closedAt,
        @Nullable Instant opensAt,
        @Nullable Instant firstResponseDueAt,
        @Nullable Instant nextResponseDueAt,
        @Nullable Instant lostAt,
        Instant lastActivityAt,
        @Nullable LastMessage lastMessage,
        @Nullable Instant windowClosesAt,
        @Nullable Elsewhere elsewhere,
        Duration stopped,
        boolean botPaused,
        int unanswered,
        @Nullable Instant unansweredSince,
        int messageCount,
        int saidCount,
        List<String> tags,
        @Nullable Integer score,
        @Nullable ConversationId continues,
        Times times,
        @Nullable AssistantTimes assistant,
        long version) {
    /**
     * What the list shows of the newest message.
     *
     * @param attachment what came instead of text or with it
     */
    public record LastMessage(
            Direction direction, Author author, String text, Attachment.@Nullable Type attachment, Instant at) {}

    /**
     * Whom we talk to.
     *
     * @param picture address of the picture on this server, once it is known
     * @param locale such as {@code fr_FR}, where Meta tells it
     */
    public record Customer(
            String id,
            String name,
            @Nullable String picture,
            @Nullable String locale) {}
}
