package dev.pupitre.conversation;

import dev.pupitre.conversation.MessagePlaces.Change;
import dev.pupitre.conversation.MessagingFacts.CommentAnswered;
import dev.pupitre.conversation.Transcripts.Changed;
import dev.pupitre.conversation.Transcripts.Found;
import dev.pupitre.kernel.MessageId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is known of the comments of a conversation, those that were moved out of its document included. */
@Component
class Comments {
    private static final Set<MessageStatus> GIVEN_UP = EnumSet.of(MessageStatus.FAILED, MessageStatus.DISCARDED);

    private final MessagePlaces places;

    Comments(MessagePlaces places) {
        this.places = places;
    }

    /** The comment that an answer stands under when none is named. */
    Optional<StoredMessage> newest(StoredConversation conversation) {
        return conversation.messages().reversed().stream()
                .filter(Comments::canBeAnswered)
                .findFirst()
                .or(() -> conversation.origin().continues() == null
                        ? Optional.empty()
                        : places.newest(conversation.thread(), Comments::canBeAnswered));
    }

    private static boolean canBeAnswered(StoredMessage message) {
        return message.direction() == Direction.IN
                && message.mid() != null
                && message.extras().happening() == null
                && message.extras().removedAt() == null;
    }

    /** One of the thread, also of a conversation before this one. */
    Optional<StoredMessage> find(StoredConversation conversation, String comment) {
        return conversation.messages().stream()
                .filter(message -> comment.equals(message.mid()))
                .findFirst()
                .or(() -> places.find(conversation.thread(), comment));
    }

    /** What the rules have to know of the comment that this message answers, apart from the message itself. */
    CommentAnswered answered(StoredConversation conversation, MessageId message, Sending sending) {
        var id = sending.comment();
        if (id == null || sending.via() != Via.PRIVATE_REPLY) {
            return new CommentAnswered(sending.via(), false, null);
        }
        var comment = find(conversation, id);
        var done = comment.map(found -> found.extras().comment())
                .map(CommentState::answeredPrivately)
                .orElse(false);
        return new CommentAnswered(
                sending.via(),
                done || isAnswerOnItsWay(conversation, message, id),
                comment.map(StoredMessage::at).orElse(null));
    }

    private static boolean isAnswerOnItsWay(StoredConversation conversation, MessageId but, String comment) {
        return conversation.messages().stream()
                .filter(other -> !other.id().equals(but) && !GIVEN_UP.contains(other.status()))
                .map(StoredMessage::sending)
                .anyMatch(other -> other.via() == Via.PRIVATE_REPLY && comment.equals(other.comment()));
    }

    /** Notes that the comment this message answers has had its one private answer, if it is one. */
    Optional<Changed> answeredPrivately(Found found) {
        var sending = found.message().sending();
        return sending.via() != Via.PRIVATE_REPLY || sending.comment() == null
                ? Optional.empty()
                : places.change(
                        found.conversation().thread(),
                        sending.comment(),
                        new Change(
                                element -> element.and("extras.comment.answeredPrivately")
                                        .ne(true),
                                update -> update.set("messages.$[m].extras.comment.answeredPrivately", true)));
    }
}
