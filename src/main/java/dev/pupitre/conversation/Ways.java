package dev.pupitre.conversation;

import dev.pupitre.conversation.MessagingFacts.CommentAnswered;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.PageId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * By which way goes what nobody has written: privately, but under a comment, which opens no private thread, for all to
 * read. The one private answer that a comment may have is left to the agents.
 */
@Component
class Ways {
    private final Comments comments;

    Ways(Comments comments) {
        this.comments = comments;
    }

    /** Empty where there is no comment left to answer. */
    Optional<Extras> of(StoredConversation conversation) {
        return isPublic(conversation)
                ? comments.newest(conversation)
                        .map(comment -> new Sending(Via.PUBLIC, comment.mid(), null, List.of(), null))
                        .map(Extras::sending)
                : Optional.of(Extras.NONE);
    }

    static boolean isPublic(StoredConversation conversation) {
        return conversation.origin().channel() == Channel.COMMENT;
    }

    /** Who writes under several comments is the same customer; of whom nothing is known, each is somebody else. */
    static String customersThread(StoredConversation conversation) {
        var customer = conversation.customer().id();
        return isPublic(conversation) && !customer.equals(Wall.SOMEBODY.id())
                ? InboundEvent.privateThread(new PageId(conversation.page().id()), customer)
                : conversation.thread();
    }

    /** What the rules have to know of the way. */
    static CommentAnswered usual(StoredConversation conversation) {
        return isPublic(conversation) ? new CommentAnswered(Via.PUBLIC, false, null) : CommentAnswered.NONE;
    }
}
