package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the conversation of a comment's top comment: a reply names only the comment it answers, which may be a reply
 * itself, may come later, or may never come, as the Page's own do not open conversations.
 */
@Component
class TopComments {
    private static final Logger LOG = LoggerFactory.getLogger(TopComments.class);
    private static final int AT_ONCE = 2;

    /** Facebook shows replies to replies, and nothing below. */
    private static final int DEEPEST = 5;

    private static final Set<Kind> MAY_PASS =
            EnumSet.of(Kind.TRANSIENT, Kind.UNKNOWN_OUTCOME, Kind.TOKEN, Kind.PAGE_RESTRICTED, Kind.PERMISSION);

    private final Lanes lanes = new Lanes("top-comments", AT_ONCE);
    private final CommentThreads threads;
    private final LiveConversations live;
    private final KnownThreads knownThreads;
    private final GraphComments graph;
    private final Pages pages;

    TopComments(
            CommentThreads threads,
            LiveConversations live,
            KnownThreads knownThreads,
            GraphComments graph,
            Pages pages) {
        this.threads = threads;
        this.live = live;
        this.knownThreads = knownThreads;
        this.graph = graph;
        this.pages = pages;
    }

    /** The thread of what is known already. */
    String known(InboundEvent.Public event, String comment) {
        return threads.of(event.page(), comment)
                .or(() -> event.top().equals(comment) ? Optional.empty() : threads.of(event.page(), event.top()))
                .orElse(event.thread());
    }

    /** The thread of a new comment; empty while Facebook is asked what its parent stands under. */
    Optional<String> threadOf(CommentWritten comment, Waiting waiting) {
        var thread = threads.of(comment.page(), comment.comment())
                .or(() -> comment.parent() == null ? Optional.of(comment.thread()) : underParent(comment));
        if (thread.isEmpty() && !waiting.isOver()) {
            lanes.submit(comment.thread(), () -> ask(comment, waiting));
            return Optional.empty();
        }
        var found = thread.orElse(comment.thread());
        if (comment.parent() != null) {
            threads.remember(comment.page(), comment.comment(), found);
        }
        return Optional.of(found);
    }

    private Optional<String> underParent(CommentWritten comment) {
        return threads.of(comment.page(), comment.top())
                .or(() -> Optional.of(comment.thread()).filter(this::hasConversations))
                .or(() -> adopted(comment));
    }

    private boolean hasConversations(String thread) {
        return live.find(thread).isPresent() || knownThreads.find(thread).isPresent();
    }

    /** What was taken for a top comment, as its parent could not be learned in time, keeps its conversation. */
    private Optional<String> adopted(CommentWritten comment) {
        var own = thread(comment.page(), comment.comment());
        if (!hasConversations(own)) {
            return Optional.empty();
        }
        threads.remember(comment.page(), comment.top(), own);
        return Optional.of(own);
    }

    private void ask(CommentWritten comment, Waiting waiting) {
        if (threads.of(comment.page(), comment.top()).isEmpty()) {
            told(comment).ifPresent(thread -> threads.remember(comment.page(), comment.top(), thread));
        }
        if (threads.of(comment.page(), comment.top()).isPresent()) {
            waiting.again().run();
        }
    }

    /** What Facebook knows nothing of is taken for a top comment; empty while it does not tell. */
    private Optional<String> told(CommentWritten comment) {
        try {
            return pages.find(comment.page())
                    .map(Page::access)
                    .map(access -> top(access, comment.page(), comment.top()));
        } catch (GraphFailure untold) {
            LOG.debug("Facebook did not tell what {} stands under", comment.top(), untold);
            return MAY_PASS.contains(untold.kind()) ? Optional.empty() : Optional.of(comment.thread());
        }
    }

    private String top(PageAccess access, PageId page, String from) {
        var comment = from;
        for (int depth = 0; depth < DEEPEST; depth++) {
            var parent = graph.parent(access, comment);
            if (parent.isEmpty()) {
                break;
            }
            comment = parent.get();
            var known = threads.of(page, comment);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return thread(page, comment);
    }

    private static String thread(PageId page, String top) {
        return "c:" + page + ":" + top;
    }
}
