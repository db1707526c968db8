package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.conversation.Transcripts.Found;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the Page wrote, told by Meta: ours settles what a call's own answer may not have told, anyone else's is shown, and
 * means that a human is at it (webhooks reference, {@code message_echoes}).
 */
@Component
class Echoes {
    /** Meta's clock and ours may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final LiveConversations live;
    private final MessagePlaces places;
    private final Transcripts transcripts;
    private final OutboxLanes lanes;
    private final Confirmations confirmations;
    private final Overhearing overhearing;
    private final Attachments attachments;
    private final Ids ids;

    Echoes(
            LiveConversations live,
            MessagePlaces places,
            Transcripts transcripts,
            OutboxLanes lanes,
            Confirmations confirmations,
            Overhearing overhearing,
            Attachments attachments,
            Ids ids) {
        this.live = live;
        this.places = places;
        this.transcripts = transcripts;
        this.lanes = lanes;
        this.confirmations = confirmations;
        this.overhearing = overhearing;
        this.attachments = attachments;
        this.ids = ids;
    }

    /**
     * Ours may be of any conversation: a private answer to a comment is echoed in the customer's own thread.
     *
     * @return false while the call that is under way may tell that it is ours
     */
    boolean echoed(MessageEchoed echo, Waiting waiting) {
        var ours = ours(echo);
        if (ours.isPresent()) {
            confirmations.confirm(ours.get(), echo.mid(), echo.at());
            return true;
        }
        // Before what is known: a call that ends between the two has left its message's id by then.
        var underWay = echo.metadata() == null ? underWay(echo.thread()) : Optional.<Found>empty();
        var known = known(echo.thread(), echo.mid());
        if (echo.byOurApp() || isOurs(known)) {
            return true;
        }
        if (known.isEmpty()
                && underWay.filter(found -> saysSo(found.message(), echo.text()))
                        .isPresent()
                && !waiting.isOver()) {
            return false;
        }
        var content = echo.content() == null ? ReceivedContent.NONE : echo.content();
        var extras = Extras.received(attachments.of(content), content.replyTo());
        overhearing.overhear(
                echo.thread(), StoredMessage.echoed(ids.newMessage(), echo.mid(), echo.text(), echo.at(), extras));
        return true;
    }

    private Optional<Found> ours(MessageEchoed echo) {
        if (echo.metadata() == null) {
            return Optional.empty();
        }
        var named = Metadata.read(echo.metadata());
        return (named.isPresent()
                        ? places.locate(named.get().conversation(), named.get().message())
                        : places.find(echo.thread(), new MessageId(echo.metadata())))
                .filter(found ->
                        found.conversation().page().id().equals(echo.page().value()));
    }

    /** Meta leaves both the application and our metadata out at times. */
    private static boolean isOurs(Optional<StoredMessage> known) {
        return known.filter(message -> message.author().kind() != Author.Kind.META_INBOX)
                .isPresent();
    }

    private Optional<StoredMessage> known(String thread, String mid) {
        return live.find(thread).stream()
                .flatMap(conversation -> conversation.messages().stream())
                .filter(message -> mid.equals(message.mid()))
                .findFirst();
    }

    /**
     * Comments carry no word of ours: one whose call is under way is known by its text, later by its id.
     *
     * @return false while the call that is under way may tell that it is ours, though Meta words it otherwise
     */
    boolean commented(String thread, CommentWritten comment, Waiting waiting) {
        // Before what is known: a call that ends between the two has left its comment's id by then.
        var underWay =
                underWay(thread).filter(found -> found.message().sending().via() == Via.PUBLIC);
        var known = places.find(thread, comment.comment());
        if (isOurs(known)) {
            return true;
        }
        var ours = known.isPresent()
                ? Optional.<Found>empty()
                : underWay.filter(found -> saysSo(found.message(), comment.text()))
                        .or(() -> givenUp(thread, comment));
        if (ours.isPresent()) {
            confirmations.confirm(ours.get(), comment.comment(), comment.at());
            return true;
        }
        if (known.isEmpty() && underWay.isPresent() && !waiting.isOver()) {
            return false;
        }
        var extras = Extras.commented(attachments.of(comment.content()), comment.parent(), List.of());
        overhearing.overhear(
                thread,
                StoredMessage.echoed(ids.newMessage(), comment.comment(), comment.text(), comment.at(), extras));
        return true;
    }

    private Optional<Found> underWay(String thread) {
        return lanes.attempted(thread)
                .flatMap(item -> transcripts.find(item.conversation(), item.message()))
                .filter(found -> found.message().status().isUnsettled());
    }

    /** An answer that was given up for want of a word of Meta's, and stands there all the same. */
    private Optional<Found> givenUp(String thread, CommentWritten comment) {
        return live.find(thread)
                .flatMap(conversation -> conversation.messages().reversed().stream()
                        .filter(message -> message.status() == MessageStatus.FAILED
                                && message.sending().via() == Via.PUBLIC)
                        .filter(message -> saysSo(message, comment.text())
                                && !comment.at().plus(CLOCK_SKEW).isBefore(message.at()))
                        .findFirst()
                        .map(message -> new Found(conversation, message)));
    }

    private static boolean saysSo(StoredMessage message, String text) {
        return message.text().strip().equals(text.strip());
    }
}
