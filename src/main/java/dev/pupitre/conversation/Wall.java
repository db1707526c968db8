package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.CommentEdited;
import dev.pupitre.conversation.InboundEvent.CommentHidden;
import dev.pupitre.conversation.InboundEvent.CommentRemoved;
import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.PageMentioned;
import dev.pupitre.conversation.InboundEvent.PageRated;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people write for all to read: a conversation for each comment with all the replies under it, for each mention and
 * for each recommendation. None of it lets the Page write to them in private.
 */
@Component
class Wall {
    static final Party SOMEBODY = new Party("unknown", "Facebook user");

    private final Arrivals arrivals;
    private final Echoes echoes;
    private final Amendments amendments;
    private final Attachments attachments;
    private final TopComments tops;
    private final Ids ids;

    Wall(Arrivals arrivals, Echoes echoes, Amendments amendments, Attachments attachments, TopComments tops, Ids ids) {
        this.arrivals = arrivals;
        this.echoes = echoes;
        this.amendments = amendments;
        this.attachments = attachments;
        this.tops = tops;
        this.ids = ids;
    }

    /**
     * The Page's own comments open no conversation: it would talk to itself.
     *
     * @return false while it is not known where it stands, or whether we wrote it
     */
    boolean written(CommentWritten comment, Waiting waiting) {
        var thread = tops.threadOf(comment, waiting);
        return thread.isPresent() && written(comment, thread.get(), waiting);
    }

    private boolean written(CommentWritten comment, String thread, Waiting waiting) {
        if (comment.author().id().equals(comment.page().value())) {
            return echoes.commented(thread, comment, waiting);
        }
        var extras = Extras.commented(attachments.of(comment.content()), comment.parent(), List.of());
        arrive(comment, thread, "comment", comment.comment(), comment.author(), comment.text(), extras, comment.post());
        return true;
    }

    void mentioned(PageMentioned mention) {
        var author = Optional.ofNullable(mention.author()).orElse(SOMEBODY);
        if (!author.id().equals(mention.page().value())) {
            var extras = Extras.commented(List.of(), null, List.of());
            arrive(
                    mention,
                    tops.known(mention, mention.top()),
                    "mention",
                    mention.top(),
                    author,
                    mention.text(),
                    extras,
                    mention.post());
        }
    }

    /** Whether it is a recommendation shows as the customer's own sign on it. */
    void rated(PageRated rating) {
        var sign = rating.positive()
                ? new Reaction(Author.Kind.CUSTOMER, "like", "👍")
                : new Reaction(Author.Kind.CUSTOMER, "dislike", "👎");
        var extras = Extras.commented(List.of(), null, List.of(sign));
        arrive(rating, rating.thread(), "rating", rating.top(), rating.author(), rating.text(), extras, rating.post());
    }

    boolean edited(CommentEdited edit) {
        return amendments.edited(tops.known(edit, edit.comment()), edit.comment(), edit.text(), edit.at());
    }

    boolean removed(CommentRemoved removal) {
        return amendments.removed(tops.known(removal, removal.comment()), removal.comment(), removal.at());
    }

    boolean hidden(CommentHidden change) {
        return amendments.hidden(tops.known(change, change.comment()), change.comment(), change.hidden(), change.at());
    }

    private void arrive(
            InboundEvent event,
            String thread,
            String kind,
            String comment,
            Party author,
            String text,
            Extras extras,
            @Nullable Post post) {
        var message =
                StoredMessage.received(ids.newMessage(), comment, Author.customer(author), text, event.at(), extras);
        var origin = new Origin(Channel.COMMENT, post, null, null);
        arrivals.take(new Arrival(thread, event.page(), kind, author, true, message, origin, Window.CLOSED, false));
    }
}
