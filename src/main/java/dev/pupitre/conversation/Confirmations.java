package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.MessagePlaces.Change;
import dev.pupitre.conversation.Transcripts.Changed;
import dev.pupitre.conversation.Transcripts.Found;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Meta's word that it has a message of ours, wherever that stands by now and whatever became of it here: one that was
 * given up for want of that word was sent all the same, and nobody is to send it again.
 */
@Component
class Confirmations {
    private static final Set<MessageStatus> GIVEN_UP = EnumSet.of(MessageStatus.FAILED, MessageStatus.DISCARDED);

    private final Transcripts transcripts;
    private final MessagePlaces places;
    private final Comments comments;
    private final Announcements announcements;
    private final Outbox outbox;

    Confirmations(
            Transcripts transcripts,
            MessagePlaces places,
            Comments comments,
            Announcements announcements,
            Outbox outbox) {
        this.transcripts = transcripts;
        this.places = places;
        this.comments = comments;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    void confirm(Found found, String mid, Instant at) {
        var settled = settle(found, mid, at);
        settled.ifPresent(changed -> {
            announcements.changed(changed);
            comments.answeredPrivately(found).ifPresent(announcements::changed);
            outbox.drain(found.conversation().thread());
        });
        if (settled.isEmpty()) {
            learn(found, mid).ifPresent(announcements::changed);
        }
    }

    /** Between two of these looks it may have been given up, or queued again. */
    private Optional<Changed> settle(Found found, String mid, Instant at) {
        var conversation = found.conversation().conversationId();
        var message = found.message().id();
        return transcripts
                .sent(conversation, message, mid, at)
                .or(() -> correct(found, mid, at))
                .or(() -> transcripts.sent(conversation, message, mid, at));
    }

    private Optional<Changed> correct(Found found, String mid, Instant at) {
        return places.change(
                found.conversation().conversationId(),
                found.message().id(),
                new Change(
                        element -> element.and("status").in(GIVEN_UP),
                        update -> update.set("messages.$[m].status", MessageStatus.SENT)
                                .set("messages.$[m].mid", mid)
                                .set("messages.$[m].sentAt", at)
                                .unset("messages.$[m].reason")
                                .unset("messages.$[m].reasonCode")));
    }

    /** It is known to be sent, but not yet by which id. */
    private Optional<Changed> learn(Found found, String mid) {
        return places.change(
                found.conversation().conversationId(),
                found.message().id(),
                new Change(
                        element -> element.andOperator(
                                where("mid").is(null), where("status").nin(MessageStatus.UNSETTLED)),
                        update -> update.set("messages.$[m].mid", mid)));
    }
}
