package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.conversation.MessagePlaces.Change;
import dev.pupitre.conversation.Transcripts.Changed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * What changes a message that is there: edits, what is taken back, signs put on it.
 *
 * <p>Each says whether it has found its message: Meta's repeats may bring it before the message itself. Of two changes
 * the later one counts, whichever comes last.
 */
@Component
class Amendments {
    private final MessagePlaces places;
    private final OpenTranscripts open;
    private final KnownThreads knownThreads;
    private final Files files;
    private final Announcements announcements;

    Amendments(
            MessagePlaces places,
            OpenTranscripts open,
            KnownThreads knownThreads,
            Files files,
            Announcements announcements) {
        this.places = places;
        this.open = open;
        this.knownThreads = knownThreads;
        this.files = files;
        this.announcements = announcements;
    }

    boolean edited(MessageEdited edit) {
        return edited(edit.thread(), edit.mid(), edit.text(), edit.at());
    }

    boolean edited(String thread, String mid, String text, Instant at) {
        return settle(
                thread,
                mid,
                change(
                        element -> element.and("extras.removedAt")
                                .is(null)
                                .and("extras.editedAt")
                                .not()
                                .gte(at),
                        update -> update.set("messages.$[m].text", text).set("messages.$[m].extras.editedAt", at)));
    }

    boolean unsent(MessageUnsent unsent) {
        return removed(unsent.thread(), unsent.mid(), unsent.at());
    }

    /** Its files go first: what is broken off then is done again. */
    boolean removed(String thread, String mid, Instant at) {
        var message = places.find(thread, mid);
        message.map(StoredMessage::extras)
                .map(StoredMessage.Extras::attachments)
                .orElse(List.of())
                .forEach(attachment -> files.delete(attachment.id()));
        return settle(
                        thread,
                        mid,
                        change(
                                element -> element.and("extras.removedAt").is(null),
                                update -> update.set("messages.$[m].text", "")
                                        .set("messages.$[m].extras.attachments", List.of())
                                        .set("messages.$[m].extras.removedAt", at)))
                || message.isPresent();
    }

    boolean hidden(String thread, String comment, boolean hidden, Instant at) {
        return settle(
                thread,
                comment,
                change(
                        element -> element.and("extras.comment.hiddenAt").not().gt(at),
                        update -> update.set("messages.$[m].extras.comment.hidden", hidden)
                                .set("messages.$[m].extras.comment.hiddenAt", at)));
    }

    /** A customer has one sign on a message; what was there goes first, and a newer one stays. */
    boolean reacted(MessageReacted reaction) {
        var thread = reaction.thread();
        var at = reaction.at();
        if (reaction.added()) {
            touch(thread, reaction.customer(), Window.ofSign(at));
        }
        var older = new Document("by", Author.Kind.CUSTOMER.name())
                .append("at", new Document("$not", new Document("$gte", at)));
        places.change(
                thread,
                reaction.mid(),
                change(element -> element, update -> update.pull("messages.$[m].extras.reactions", older)));
        var sign = reaction.added()
                ? new Reaction(Author.Kind.CUSTOMER, reaction.name(), reaction.emoji(), at)
                : Reaction.takenAway(Author.Kind.CUSTOMER, at);
        return settle(
                thread,
                reaction.mid(),
                change(
                        element -> element.and("extras.reactions.by").ne(Author.Kind.CUSTOMER),
                        update -> update.push("messages.$[m].extras.reactions", sign)));
    }

    /** The customer gave a sign that opens the window, with a conversation or without. */
    private void touch(String thread, String customer, Window window) {
        if (!open.touch(thread, window)) {
            knownThreads.touch(thread, customer, window);
        }
    }

    private boolean settle(String thread, String mid, Change change) {
        Optional<Changed> changed = places.change(thread, mid, change);
        changed.ifPresent(announcements::changed);
        return changed.isPresent() || places.find(thread, mid).isPresent();
    }

    private static Change change(UnaryOperator<Criteria> where, UnaryOperator<Update> update) {
        return new Change(where, update);
    }
}
