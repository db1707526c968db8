package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What customers are told without an agent; what the messaging policy refuses leaves a line that says so.
 */
@Component
public class AutomaticMessages {
    private final Conversations conversations;
    private final OutgoingMessages outgoing;
    private final MessagingRules rules;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    AutomaticMessages(
            Conversations conversations,
            OutgoingMessages outgoing,
            MessagingRules rules,
            Outbox outbox,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.outgoing = outgoing;
        this.rules = rules;
        this.outbox = outbox;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells the customer, in the name of the desk, what this step of the process has to say. */
    public void notifyCustomer(ConversationId id, String step, String text) {
        notifyCustomer(id, step, Author.Kind.SYSTEM, text, List.of());
    }

    /**
     * Adds the message of this step of the process, once, however often the step is repeated.
     *
     * @param author {@link Author.Kind#SYSTEM} or {@link Author.Kind#BOT}
     * @param quickReplies answers to choose from, offered with the last part of the text
     */
    public void notifyCustomer(
            ConversationId id, String step, Author.Kind author, String text, List<QuickReply> quickReplies) {
        var now = clock.instant();
        var parts = TextParts.of(text, ReplyParts.LONGEST_TEXT);
        var messages = new ArrayList<StoredMessage>();
        for (var part : parts) {
            var key = id + ":" + step + (messages.isEmpty() ? "" : ":" + messages.size());
            var extras = messages.size() == parts.size() - 1 ? offering(quickReplies) : Extras.NONE;
            messages.add(
                    StoredMessage.queued(ids.newMessage(), key, new Author(author, null, null), part, now, extras));
        }
        if (messages.isEmpty()) {
            return;
        }
        var verdict = rules.verdict(conversations.stored(id), messages.getFirst());
        if (!verdict.allowed()) {
            note(id, step, verdict.why());
            return;
        }
        outgoing.notify(id, step, messages, now).ifPresent(conversation -> {
            messages.forEach(message -> announcements.message(conversation, message.id()));
            outbox.take(conversation);
        });
    }

    private static Extras offering(List<QuickReply> quickReplies) {
        return quickReplies.isEmpty() ? Extras.NONE : Extras.offering(quickReplies);
    }

    private void note(ConversationId id, String step, Reason reason) {
        var now = clock.instant();
        var line = StoredMessage.line(ids.newMessage(), id + ":" + step, reason.notSent(step), now);
        outgoing.untold(id, step, line, now).ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
