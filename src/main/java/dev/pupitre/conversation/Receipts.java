package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Meta's word on what the Page wrote: echoes, deliveries, reads. */
@Component
class Receipts {
    private final LiveConversations live;
    private final Recordings recordings;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Receipts(
            LiveConversations live,
            Recordings recordings,
            Transcripts transcripts,
            Announcements announcements,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Ours settles what the call's own answer may not have told; anyone else's is shown. */
    void echoed(MessageEchoed echo) {
        Stream.of(live.find(echo.thread()), lastOf(echo.thread()))
                .flatMap(Optional::stream)
                .filter(conversation -> conversation.messages().stream()
                        .anyMatch(message -> message.id().value().equals(echo.metadata())))
                .findFirst()
                .ifPresentOrElse(conversation -> settle(conversation, echo), () -> overhear(echo));
    }

    private void settle(StoredConversation conversation, MessageEchoed echo) {
        conversation.messages().stream()
                .filter(message -> message.id().value().equals(echo.metadata()))
                .findFirst()
                .flatMap(message -> transcripts.sent(conversation.conversationId(), message.id(), echo.mid()))
                .ifPresent(changed -> {
                    announcements.changed(changed);
                    outbox.drain(echo.thread());
                });
    }

    private void overhear(MessageEchoed echo) {
        var message = StoredMessage.echoed(ids.newMessage(), echo.mid(), echo.text(), echo.at());
        live.overhear(echo.thread(), message, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, message.id()));
    }

    /** A thread's last conversation is often over when the customer reads its last answer. */
    void reached(InboundEvent event, MessageStatus status, Set<String> mids, Instant watermark) {
        var open = live.find(event.thread());
        open.flatMap(conversation -> transcripts.reached(conversation, status, mids, watermark))
                .ifPresent(announcements::changed);
        if (open.isEmpty() || open.get().openedAt().isAfter(watermark)) {
            lastOf(event.thread())
                    .flatMap(conversation -> transcripts.reached(conversation, status, mids, watermark))
                    .ifPresent(announcements::changed);
        }
    }

    private Optional<StoredConversation> lastOf(String thread) {
        return recordings.thread(thread).flatMap(known -> recordings.find(known.lastConversation()));
    }
}
