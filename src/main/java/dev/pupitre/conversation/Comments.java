package dev.pupitre.conversation;

import dev.pupitre.conversation.MessagingFacts.CommentAnswered;
import dev.pupitre.kernel.MessageId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a conversation's own document knows of the comments in it. */
final class Comments {
    private static final Set<MessageStatus> GIVEN_UP = EnumSet.of(MessageStatus.FAILED, MessageStatus.DISCARDED);

    private Comments() {}

    /** The comment that an answer stands under when none is named. */
    static Optional<StoredMessage> newest(StoredConversation conversation) {
        return conversation.messages().reversed().stream()
                .filter(message -> message.direction() == Direction.IN)
                .filter(message -> message.mid() != null && message.extras().happening() == null)
                .filter(message -> message.extras().removedAt() == null)
                .findFirst();
    }

    static Optional<StoredMessage> find(StoredConversation conversation, String comment) {
        return conversation.messages().stream()
                .filter(message -> comment.equals(message.mid()))
                .findFirst();
    }

    /** What the rules have to know of the comment that this message answers, apart from the message itself. */
    static CommentAnswered answered(StoredConversation conversation, MessageId message, Sending sending) {
        var id = sending.comment();
        if (id == null) {
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
}
