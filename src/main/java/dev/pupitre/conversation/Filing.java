package dev.pupitre.conversation;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts conversations that are over away: into the recordings, with all that is still to be done about them. */
@Component
class Filing {
    private final LiveConversations live;
    private final Recordings recordings;
    private final ProcessedEvents processed;
    private final Outbox outbox;
    private final Fetching fetching;
    private final ApplicationEventPublisher events;

    Filing(
            LiveConversations live,
            Recordings recordings,
            ProcessedEvents processed,
            Outbox outbox,
            Fetching fetching,
            ApplicationEventPublisher events) {
        this.live = live;
        this.recordings = recordings;
        this.processed = processed;
        this.outbox = outbox;
        this.fetching = fetching;
        this.events = events;
    }

    /** Moves what is over out of the thread's way; done again from the start if the document changed meanwhile. */
    void putAway(StoredConversation over) {
        var current = over;
        do {
            processed.write(keysOf(current));
            outbox.enlist(current);
            fetching.enlist(current);
            recordings.record(current);
            events.publishEvent(new ConversationEvent.Recorded(current.conversationId()));
            if (live.remove(current)) {
                break;
            }
            current = live.find(over.conversationId()).orElse(null);
        } while (current != null);
        outbox.drain(over.thread());
        events.publishEvent(new ConversationEvent.Closed(over.conversationId(), over.assignee()));
    }

    private static List<String> keysOf(StoredConversation conversation) {
        return conversation.messages().stream()
                .filter(StoredMessage::isOfCustomer)
                .map(StoredMessage::key)
                .toList();
    }
}
