package dev.pupitre.conversation;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Meta's word on how far our messages got: deliveries and reads. */
@Component
class Receipts {
    private final LiveConversations live;
    private final Recordings recordings;
    private final KnownThreads knownThreads;
    private final Transcripts transcripts;
    private final Announcements announcements;

    Receipts(
            LiveConversations live,
            Recordings recordings,
            KnownThreads knownThreads,
            Transcripts transcripts,
            Announcements announcements) {
        this.live = live;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.transcripts = transcripts;
        this.announcements = announcements;
    }

    /** A thread's last conversation is often over when the customer reads its last answer. */
    void reached(InboundEvent event, MessageStatus status, Set<String> mids, Instant watermark) {
        var open = live.find(event.thread());
        open.flatMap(conversation -> transcripts.reached(conversation, status, mids, watermark))
                .ifPresent(announcements::changed);
        if (open.isEmpty() || open.get().openedAt().isAfter(watermark)) {
            knownThreads
                    .lastConversation(event.thread())
                    .flatMap(recordings::find)
                    .flatMap(conversation -> transcripts.reached(conversation, status, mids, watermark))
                    .ifPresent(announcements::changed);
        }
    }
}
