package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What agents write: stored first, sent afterwards, and what failed tried again or given up. */
@Component
class Replies {
    private final Conversations conversations;
    private final OutgoingMessages outgoing;
    private final Transcripts transcripts;
    private final ReplyParts parts;
    private final MessagingRules rules;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Clock clock;

    Replies(
            Conversations conversations,
            OutgoingMessages outgoing,
            Transcripts transcripts,
            ReplyParts parts,
            MessagingRules rules,
            Outbox outbox,
            Announcements announcements,
            Clock clock) {
        this.conversations = conversations;
        this.outgoing = outgoing;
        this.transcripts = transcripts;
        this.parts = parts;
        this.rules = rules;
        this.outbox = outbox;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Stores an answer; it is sent after this returns, and its status tells how far it got.
     *
     * @return the first of its messages; for a repeat with the same key the one that is there
     * @throws ConversationNotYours when someone else, or nobody, has the conversation
     * @throws ConversationOver when it is closed or being closed
     * @throws ConversationElsewhere when another application has it
     * @throws MessageRefused when the messaging policy does not allow it
     */
    Message reply(Caller agent, ConversationId id, Reply reply) {
        var conversation = conversations.stored(id);
        var key = reply.key() == null ? null : agent.id() + ":" + reply.key();
        var there = key == null ? null : conversation.withKey(key).orElse(null);
        if (there != null) {
            return there;
        }
        checkAnswerable(conversation, agent);
        var messages = parts.of(conversation, agent, reply, key, clock.instant());
        messages.forEach(message -> checkAllowed(conversation, message));
        var first = messages.getFirst();
        var changed = outgoing.answer(id, agent.getName(), messages, clock.instant());
        if (changed.isEmpty()) {
            var since = conversations.stored(id);
            return since.withKey(first.key()).orElseThrow(() -> refusal(since, agent));
        }
        messages.forEach(message -> announcements.message(changed.get(), message.id()));
        outbox.take(changed.get());
        return changed.get().withId(first.id()).orElseThrow();
    }

    /** Queues a failed message again, behind all that is queued by now. */
    Message retry(Caller agent, ConversationId id, MessageId message) {
        var conversation = conversations.stored(id);
        var stored = failed(conversation, message);
        checkAnswerable(conversation, agent);
        checkAllowed(conversation, stored);
        var changed = outgoing.retry(id, agent.getName(), message, clock.instant())
                .orElseThrow(() -> refusal(conversations.stored(id), agent));
        announcements.message(changed, message);
        outbox.take(changed);
        return changed.withId(message).orElseThrow();
    }

    /** Gives a failed message up. */
    Message discard(Caller agent, ConversationId id, MessageId message) {
        var conversation = conversations.stored(id);
        var stored = failed(conversation, message);
        if (!conversation.isAssignedTo(agent.getName())) {
            throw new ConversationNotYours(conversation);
        }
        var changed = transcripts.discarded(id, message).orElseThrow(() -> new MessageNotFailed(stored.status()));
        announcements.changed(changed);
        return changed.messages().getFirst();
    }

    private void checkAllowed(StoredConversation conversation, StoredMessage message) {
        var verdict = rules.verdict(conversation, message);
        if (!verdict.allowed()) {
            throw new MessageRefused(verdict);
        }
    }

    private static StoredMessage failed(StoredConversation conversation, MessageId id) {
        var message = conversation.messages().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MessageNotFound(conversation.conversationId(), id));
        if (message.status() != MessageStatus.FAILED) {
            throw new MessageNotFailed(message.status());
        }
        return message;
    }

    /** Only its agent answers an open conversation, and only while the thread is ours. */
    static void checkAnswerable(StoredConversation conversation, Caller agent) {
        if (conversation.state() != ConversationState.ASSIGNED
                || !conversation.isAssignedTo(agent.getName())
                || conversation.service().elsewhere() != null) {
            throw refusal(conversation, agent);
        }
    }

    private static RuntimeException refusal(StoredConversation conversation, Caller agent) {
        return conversation.state() == ConversationState.ASSIGNED
                        && conversation.isAssignedTo(agent.getName())
                        && conversation.service().elsewhere() != null
                ? new ConversationElsewhere()
                : Conversations.refusal(conversation, agent);
    }
}
