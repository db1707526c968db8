package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * What customers are told without an agent; what the messaging policy refuses leaves a line that says so.
 */
@Component
public class AutomaticMessages {
    private final Conversations conversations;
    private final OutgoingMessages outgoing;
    private final MessagingRules rules;
    private final Ways ways;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    AutomaticMessages(
            Conversations conversations,
            OutgoingMessages outgoing,
            MessagingRules rules,
            Ways ways,
            Outbox outbox,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.outgoing = outgoing;
        this.rules = rules;
        this.ways = ways;
        this.outbox = outbox;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Tells the customer, in the name of the desk, what this step of the process has to say: once, however often the
     * step is repeated. Under a comment, where all can read it, only one of all steps is told.
     */
    public void notifyCustomer(ConversationId id, String step, String text) {
        var conversation = conversations.stored(id);
        var way = ways.of(conversation);
        if (way.isEmpty() && !text.isBlank()) {
            note(id, step, Reason.of(ReasonCode.COMMENT_GONE));
        }
        way.ifPresent(found -> send(conversation, step, text, found));
    }

    /** The same with what is but polite, such as a greeting, and nothing that all have to read. */
    public void sayInPrivate(ConversationId id, String step, String text) {
        var conversation = conversations.stored(id);
        if (Ways.isPublic(conversation) && !text.isBlank()) {
            note(id, step, Reason.of(ReasonCode.COMMENT_NO_COURTESIES));
        } else {
            send(conversation, step, text, Extras.NONE);
        }
    }

    private void send(StoredConversation conversation, String step, String text, Extras way) {
        var id = conversation.conversationId();
        var now = clock.instant();
        var messages = new ArrayList<StoredMessage>();
        for (var part : TextParts.of(text, ReplyParts.LONGEST_TEXT)) {
            var key = id + ":" + step + (messages.isEmpty() ? "" : ":" + messages.size());
            messages.add(StoredMessage.queued(ids.newMessage(), key, Author.system(), part, now, way));
        }
        if (messages.isEmpty()) {
            return;
        }
        var verdict = rules.verdict(conversation, messages.getFirst());
        if (!verdict.allowed()) {
            note(id, step, verdict.why());
            return;
        }
        var changed = outgoing.notify(id, step, messages, now);
        changed.ifPresent(told -> {
            messages.forEach(message -> announcements.message(told, message.id()));
            outbox.take(told);
        });
        if (changed.isEmpty() && way.via() == Via.PUBLIC) {
            note(id, step, Reason.of(ReasonCode.COMMENT_TOLD_BEFORE));
        }
    }

    private void note(ConversationId id, String step, Reason reason) {
        var now = clock.instant();
        var line = StoredMessage.line(ids.newMessage(), id + ":" + step, reason.notSent(step), now);
        outgoing.untold(id, step, line, now).ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
