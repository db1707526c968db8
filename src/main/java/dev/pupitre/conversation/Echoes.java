package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the Page wrote, told by Meta: ours settles what a call's own answer may not have told, anyone else's is shown, and
 * means that a human is at it (webhooks reference, {@code message_echoes}).
 */
@Component
class Echoes {
    private final OpenTranscripts open;
    private final LiveConversations live;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final Attachments attachments;
    private final Fetching fetching;
    private final Outbox outbox;
    private final OutboxLanes lanes;
    private final Ids ids;
    private final Clock clock;

    Echoes(
            OpenTranscripts open,
            LiveConversations live,
            Transcripts transcripts,
            Announcements announcements,
            Attachments attachments,
            Fetching fetching,
            Outbox outbox,
            OutboxLanes lanes,
            Ids ids,
            Clock clock) {
        this.open = open;
        this.live = live;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.attachments = attachments;
        this.fetching = fetching;
        this.outbox = outbox;
        this.lanes = lanes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Ours may be of any conversation of the thread; what is in the outbox no more is settled. */
    void echoed(MessageEchoed echo) {
        var unsettled = Optional.ofNullable(echo.metadata()).flatMap(id -> lanes.find(echo.thread(), id));
        if (unsettled.isPresent()) {
            settle(echo.thread(), unsettled.get(), echo.mid(), echo.at());
        } else if (!echo.byOurApp() && !isOurs(echo)) {
            var content = echo.content() == null ? ReceivedContent.NONE : echo.content();
            var extras = Extras.received(attachments.of(content), content.replyTo());
            overhear(echo.thread(), StoredMessage.echoed(ids.newMessage(), echo.mid(), echo.text(), echo.at(), extras));
        }
    }

    /** Meta leaves the application out at times; what was sent from here is known by its id, or by ours. */
    private boolean isOurs(MessageEchoed echo) {
        return live.find(echo.thread()).stream()
                .flatMap(conversation -> conversation.messages().stream())
                .filter(message -> message.author().kind() != Author.Kind.META_INBOX)
                .anyMatch(message ->
                        echo.mid().equals(message.mid()) || message.id().value().equals(echo.metadata()));
    }

    /** Comments carry no word of ours: one whose call is under way is known by its text, later by its id. */
    void commented(String thread, CommentWritten comment) {
        var settled = live.find(thread).stream()
                .flatMap(conversation -> conversation.messages().stream())
                .anyMatch(message -> comment.comment().equals(message.mid()));
        if (settled) {
            return;
        }
        var unsettled = underWay(thread, comment.text());
        if (unsettled.isPresent()) {
            settle(thread, unsettled.get(), comment.comment(), comment.at());
        } else {
            var extras = Extras.commented(attachments.of(comment.content()), comment.parent(), List.of());
            overhear(
                    thread,
                    StoredMessage.echoed(ids.newMessage(), comment.comment(), comment.text(), comment.at(), extras));
        }
    }

    private Optional<Item> underWay(String thread, String text) {
        return lanes.attempted(thread)
                .filter(item -> transcripts
                        .find(item.conversation(), item.message())
                        .map(Transcripts.Found::message)
                        .filter(message -> message.status().isUnsettled()
                                && message.text().strip().equals(text.strip()))
                        .isPresent());
    }

    private void settle(String thread, Item item, String mid, Instant at) {
        transcripts.sent(item.conversation(), item.message(), mid, at).ifPresent(changed -> {
            announcements.changed(changed);
            outbox.drain(thread);
        });
    }

    private void overhear(String thread, StoredMessage message) {
        open.overhear(thread, message, clock.instant()).ifPresent(conversation -> {
            announcements.message(conversation, message.id());
            fetching.take(conversation);
        });
        var line = StoredMessage.line(
                ids.newMessage(),
                Arrival.lineKey(message.key()),
                new Happening(Happening.Type.BOT_PAUSED, Map.of()),
                message.at());
        open.pauseBot(thread, line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
