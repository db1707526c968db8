package dev.pupitre.conversation;

import org.springframework.stereotype.Component;

/** Moves the oldest messages out of a long conversation, whose document would make each further message dearer. */
@Component
class Shortening {
    private final LiveConversations live;
    private final Recordings recordings;
    private final ProcessedEvents processed;

    Shortening(LiveConversations live, Recordings recordings, ProcessedEvents processed) {
        this.live = live;
        this.recordings = recordings;
        this.processed = processed;
    }

    /** What is to be sent stays in the document, and what a later version wrote does until that one moves it. */
    void shorten(StoredConversation conversation) {
        if (conversation.messages().size() < 2 * Recordings.PART_SIZE) {
            return;
        }
        var oldest = conversation.messages().subList(0, Recordings.PART_SIZE);
        if (LaterNames.areIn(oldest)
                || oldest.stream().anyMatch(message -> message.status().isUnsettled())) {
            return;
        }
        processed.write(oldest.stream().map(StoredMessage::key).toList());
        recordings.keep(conversation.conversationId(), conversation.moved(), oldest);
        live.shorten(conversation, oldest);
    }
}
