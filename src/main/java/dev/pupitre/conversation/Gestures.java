package dev.pupitre.conversation;

import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphThreads;
import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What agents do besides writing: done at Meta before it is answered, and harmless when repeated. */
@Component
class Gestures {
    private static final Logger LOG = LoggerFactory.getLogger(Gestures.class);

    private final Conversations conversations;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final MessagingRules rules;
    private final GraphThreads threads;
    private final GraphComments comments;
    private final Pages pages;
    private final Clock clock;

    Gestures(
            Conversations conversations,
            Transcripts transcripts,
            Announcements announcements,
            MessagingRules rules,
            GraphThreads threads,
            GraphComments comments,
            Pages pages,
            Clock clock) {
        this.conversations = conversations;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.rules = rules;
        this.threads = threads;
        this.comments = comments;
        this.pages = pages;
        this.clock = clock;
    }

    /** A message of a conversation that is this agent's, known to Meta. */
    private record Target(StoredConversation conversation, StoredMessage message, String mid, PageAccess access) {}

    /** Puts the Page's sign on a message of the customer; none takes it away. */
    Message react(Caller agent, ConversationId id, MessageId message, @Nullable String emoji) {
        var target = target(agent, id, message);
        if (target.conversation().origin().channel() != Channel.MESSENGER) {
            throw new FacebookRefused(ReasonCode.ONLY_LIKES);
        }
        var customer = target.conversation().customer().id();
        if (emoji == null) {
            atFacebook(() -> threads.unreact(target.access(), customer, target.mid()));
        } else {
            atFacebook(() -> threads.react(target.access(), customer, target.mid(), emoji));
        }
        var sign = emoji == null ? null : new Reaction(Author.Kind.AGENT, null, emoji);
        return announced(transcripts.reacted(id, message, sign).orElseThrow(() -> new MessageNotFound(id, message)));
    }

    /** Hides or likes a comment, or takes either back; what is null stays. */
    Message change(
            Caller agent, ConversationId id, MessageId message, @Nullable Boolean hidden, @Nullable Boolean liked) {
        var target = comment(agent, id, message);
        if (hidden != null) {
            atFacebook(() -> comments.hide(target.access(), target.mid(), hidden));
        }
        if (liked != null && liked) {
            atFacebook(() -> comments.like(target.access(), target.mid()));
        } else if (liked != null) {
            atFacebook(() -> comments.unlike(target.access(), target.mid()));
        }
        var state = state(target.message());
        var changed = new CommentState(
                Objects.requireNonNullElse(hidden, state.hidden()),
                Objects.requireNonNullElse(liked, state.liked()),
                state.answeredPrivately());
        return announced(
                transcripts.commented(id, message, changed, null).orElseThrow(() -> new MessageNotFound(id, message)));
    }

    Message delete(Caller agent, ConversationId id, MessageId message) {
        var target = comment(agent, id, message);
        atFacebook(() -> comments.delete(target.access(), target.mid()));
        return announced(transcripts
                .commented(id, message, state(target.message()), clock.instant())
                .orElseThrow(() -> new MessageNotFound(id, message)));
    }

    /** Shown if it can be; nobody waits for it. */
    void typing(Caller agent, ConversationId id) {
        shown(agent, id, (access, customer) -> threads.typing(access, customer, null));
    }

    void seen(Caller agent, ConversationId id) {
        shown(agent, id, threads::seen);
    }

    private interface Sign {
        void show(PageAccess access, String customer);
    }

    private void shown(Caller agent, ConversationId id, Sign sign) {
        var conversation = conversations.stored(id);
        var page = new PageId(conversation.page().id());
        if (!conversation.isAssignedTo(agent.getName())
                || conversation.origin().channel() != Channel.MESSENGER
                || conversation.service().elsewhere() != null
                || pages.held(page).isPresent()
                || !rules.policy(conversation).now().allowed()) {
            return;
        }
        try {
            pages.find(page)
                    .ifPresent(found ->
                            sign.show(found.access(), conversation.customer().id()));
        } catch (GraphFailure notShown) {
            LOG.debug("A sign was not shown to the customer of {}", id, notShown);
        }
    }

    private Target comment(Caller agent, ConversationId id, MessageId message) {
        var target = target(agent, id, message);
        if (target.message().extras().via() != Via.PUBLIC) {
            throw new FacebookRefused(ReasonCode.NO_COMMENT);
        }
        return target;
    }

    private Target target(Caller agent, ConversationId id, MessageId message) {
        var conversation = conversations.stored(id);
        var stored = conversation.messages().stream()
                .filter(candidate -> candidate.id().equals(message))
                .findFirst()
                .orElseThrow(() -> new MessageNotFound(id, message));
        if (!conversation.isAssignedTo(agent.getName())) {
            throw new ConversationNotYours(conversation);
        }
        if (stored.mid() == null) {
            throw new FacebookRefused(ReasonCode.NOT_ON_FACEBOOK);
        }
        var access = pages.find(new PageId(conversation.page().id()))
                .map(Page::access)
                .orElseThrow(() -> new FacebookRefused(ReasonCode.PAGE_NOT_CONNECTED));
        return new Target(conversation, stored, stored.mid(), access);
    }

    private static CommentState state(StoredMessage message) {
        return Objects.requireNonNullElse(message.extras().comment(), CommentState.FRESH);
    }

    private static void atFacebook(Runnable call) {
        try {
            call.run();
        } catch (GraphFailure failure) {
            throw new FacebookRefused(failure);
        }
    }

    private Message announced(Transcripts.Changed changed) {
        announcements.changed(changed);
        return changed.messages().getFirst();
    }
}
