package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Meta's word on what the Page wrote: echoes, deliveries, reads. */
@Component
class Receipts {
    private final LiveConversations live;
    private final Recordings recordings;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final Outbox outbox;
    private final OutboxLanes lanes;
    private final Ids ids;
    private final Clock clock;

    Receipts(
            LiveConversations live,
            Recordings recordings,
            Transcripts transcripts,
            Announcements announcements,
            Outbox outbox,
            OutboxLanes lanes,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.outbox = outbox;
        this.lanes = lanes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Ours settles what the call's own answer may not have told, in whichever conversation of the thread that was; what
     * is in the outbox no more is settled. Anyone else's is shown.
     */
    void echoed(MessageEchoed echo) {
        var unsettled = Optional.ofNullable(echo.metadata()).flatMap(id -> lanes.find(echo.thread(), id));
        if (unsettled.isPresent()) {
            settle(unsettled.get(), echo);
        } else if (!echo.byOurApp()) {
            overhear(echo);
        }
    }

    private void settle(Item item, MessageEchoed echo) {
        transcripts
                .sent(item.conversation(), item.message(), echo.mid(), echo.at())
                .ifPresent(changed -> {
                    announcements.changed(changed);
                    outbox.drain(echo.thread());
                });
    }

    private void overhear(MessageEchoed echo) {
        var message =
                StoredMessage.echoed(ids.newMessage(), echo.mid(), echo.text(), echo.at(), StoredMessage.Extras.NONE);
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
