package dev.pupitre.routing;

import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Elsewhere;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations as routing sees them; each is of a customer of its own, named after it. */
final class ConversationFixture {
    private ConversationFixture() {}

    static Conversation conversation(
            ConversationId id,
            ConversationState state,
            int priority,
            @Nullable UserId agent,
            @Nullable CampaignId campaign,
            Instant at) {
        var assignee = agent == null ? null : new Party(agent.value(), agent.value());
        var customer = new Conversation.Customer("of-" + id, "Zoé", null, null);
        return new Conversation(
                id,
                state,
                Channel.MESSENGER,
                new Party("100", "Café"),
                customer,
                null,
                null,
                campaign,
                assignee,
                priority,
                at,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                null,
                null,
                null,
                Duration.ZERO,
                false,
                0,
                null,
                1,
                1,
                List.of(),
                null,
                null,
                Times.NONE,
                null,
                1);
    }

    static Conversation elsewhere(Conversation same, @Nullable Elsewhere elsewhere) {
        return new Conversation(
                same.id(),
                same.state(),
                same.channel(),
                same.page(),
                same.customer(),
                same.post(),
                same.referral(),
                same.campaign(),
                same.assignee(),
                same.priority(),
                same.openedAt(),
                same.queuedAt(),
                same.assignedAt(),
                same.firstResponseAt(),
                same.closedAt(),
                same.opensAt(),
                same.firstResponseDueAt(),
                same.nextResponseDueAt(),
                same.lostAt(),
                same.lastActivityAt(),
                same.lastMessage(),
                same.windowClosesAt(),
                elsewhere,
                same.stopped(),
                same.botPaused(),
                same.unanswered(),
                same.unansweredSince(),
                same.messageCount(),
                same.saidCount(),
                same.tags(),
                same.score(),
                same.continues(),
                same.times(),
                same.assistant(),
                same.version() + 1);
    }
}
