package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an agent's word that a conversation is done; its process closes it. */
@Component
class Resolutions {
    private final Conversations conversations;
    private final LiveEndings endings;
    private final Signals signals;
    private final Announcements announcements;
    private final Clock clock;

    Resolutions(
            Conversations conversations,
            LiveEndings endings,
            Signals signals,
            Announcements announcements,
            Clock clock) {
        this.conversations = conversations;
        this.endings = endings;
        this.signals = signals;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Lets the process close the conversation, unless the customer writes before it does.
     *
     * @param seen how many unanswered messages the agent has before the eyes; none for any
     * @throws CustomerWroteAgain when there are more
     */
    Conversation resolve(Caller agent, ConversationId id, @Nullable Integer seen) {
        var ref = UUID.randomUUID().toString();
        var resolved =
                endings.resolve(id, agent.getName(), seen == null ? Integer.MAX_VALUE : seen, ref, clock.instant());
        if (resolved.isEmpty()) {
            var conversation = conversations.stored(id);
            if (conversation.state() == ConversationState.CLOSING && conversation.isAssignedTo(agent.getName())) {
                return conversation.view();
            }
            if (conversation.state() == ConversationState.ASSIGNED && conversation.isAssignedTo(agent.getName())) {
                throw new CustomerWroteAgain();
            }
            throw Conversations.refusal(conversation, agent);
        }
        announcements.conversation(resolved.get());
        signals.handOn(resolved.get());
        return resolved.get().view();
    }
}
