package dev.pupitre.conversation;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphThreads;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a thread from other applications and gives it to them (Messenger Platform, Conversation Routing). */
@Component
class ThreadControl {
    /** What an agent may want. */
    enum Action {
        TAKE,
        PASS,
        /** To whoever answers next, us included. */
        RELEASE
    }

    private final Conversations conversations;
    private final Handovers handovers;
    private final GraphThreads threads;
    private final Pages pages;
    private final Clock clock;

    ThreadControl(Conversations conversations, Handovers handovers, GraphThreads threads, Pages pages, Clock clock) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.threads = threads;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Does it at Meta, and then here.
     *
     * @param app to whom it is passed
     * @throws FacebookRefused with Facebook's reason
     */
    Conversation change(Caller agent, ConversationId id, Action action, @Nullable String app) {
        var conversation = conversations.stored(id);
        if (!conversation.isAssignedTo(agent.getName()) || !conversation.state().isOpen()) {
            throw Conversations.refusal(conversation, agent);
        }
        if (conversation.origin().channel() != Channel.MESSENGER) {
            throw new FacebookRefused(ReasonCode.BELONGS_TO_NO_APP);
        }
        if (action == Action.PASS && app == null) {
            throw new InvalidInput("app", "is needed to pass the conversation on");
        }
        // From before the call on: what Meta tells of the thread after it is later than this change.
        var now = clock.instant();
        atMeta(conversation, action, app);
        var cause = "desk:" + now.toEpochMilli();
        var changed = switch (action) {
            case TAKE -> handovers.cameBack(conversation.thread(), cause, afterWhatIsKnown(conversation, now));
            case PASS -> handovers.left(conversation.thread(), cause, app, now);
            case RELEASE -> Optional.<StoredConversation>empty();
        };
        return changed.orElseGet(() -> conversations.stored(id)).view();
    }

    private void atMeta(StoredConversation conversation, Action action, @Nullable String app) {
        var access = pages.find(new PageId(conversation.page().id()))
                .map(Page::access)
                .orElseThrow(() -> new FacebookRefused(ReasonCode.PAGE_NOT_CONNECTED));
        var customer = conversation.customer().id();
        try {
            switch (action) {
                case TAKE -> threads.take(access, customer);
                case PASS -> threads.pass(access, customer, String.valueOf(app));
                case RELEASE -> threads.release(access, customer);
            }
        } catch (GraphFailure failure) {
            throw new FacebookRefused(failure);
        }
    }

    /** What was done at Meta counts, even while Meta's clock is ahead of ours. */
    private static Instant afterWhatIsKnown(StoredConversation conversation, Instant now) {
        var known = conversation.service().controlAt();
        return known == null || now.isAfter(known) ? now : known.plusMillis(1);
    }
}
