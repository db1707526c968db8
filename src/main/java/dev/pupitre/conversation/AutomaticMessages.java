package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the process tells customers by itself; what the messaging policy refuses leaves a line that says so. */
@Component
class AutomaticMessages {
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

    /** Adds the message of this step of the process, once, however often the step is repeated. */
    void notifyCustomer(ConversationId id, String step, String text) {
        var now = clock.instant();
        var messages = new ArrayList<StoredMessage>();
        for (var part : TextParts.of(text, ReplyParts.LONGEST_TEXT)) {
            var key = id + ":" + step + (messages.isEmpty() ? "" : ":" + messages.size());
            messages.add(StoredMessage.queued(ids.newMessage(), key, Author.system(), part, now, Extras.NONE));
        }
        if (messages.isEmpty()) {
            return;
        }
        var verdict = rules.verdict(conversations.stored(id), messages.getFirst());
        if (!verdict.allowed()) {
            note(id, step, String.valueOf(verdict.reason()));
            return;
        }
        outgoing.notify(id, messages, now).ifPresent(conversation -> {
            messages.forEach(message -> announcements.message(conversation, message.id()));
            outbox.take(conversation);
        });
    }

    private void note(ConversationId id, String step, String reason) {
        var now = clock.instant();
        var line = StoredMessage.line(
                ids.newMessage(),
                id + ":" + step,
                new Happening(Happening.Type.NOT_SENT, Map.of("step", step, "reason", reason)),
                now);
        outgoing.note(id, line, now).ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
