package dev.pupitre.conversation;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphThreads;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
    private final OutgoingMessages outgoing;
    private final Announcements announcements;
    private final GraphThreads threads;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    ThreadControl(
            Conversations conversations,
            OutgoingMessages outgoing,
            Announcements announcements,
            GraphThreads threads,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.outgoing = outgoing;
        this.announcements = announcements;
        this.threads = threads;
        this.pages = pages;
        this.ids = ids;
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
            throw new FacebookRefused("A conversation under a comment belongs to no application");
        }
        if (action == Action.PASS && app == null) {
            throw new InvalidInput("app", "is needed to pass the conversation on");
        }
        // From before the call on: what Meta tells of the thread after it is later than this change.
        var now = clock.instant();
        atMeta(conversation, action, app);
        var changed = switch (action) {
            case TAKE -> cameBack(conversation, now);
            case PASS -> passed(conversation, app, now);
            case RELEASE -> Optional.<StoredConversation>empty();
        };
        changed.ifPresent(announcements::conversation);
        return changed.orElseGet(() -> conversations.stored(id)).view();
    }

    private void atMeta(StoredConversation conversation, Action action, @Nullable String app) {
        var access = pages.find(new PageId(conversation.page().id()))
                .map(Page::access)
                .orElseThrow(() -> new FacebookRefused("The Page is not connected"));
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

    private Optional<StoredConversation> cameBack(StoredConversation conversation, Instant now) {
        var was = conversation.service().elsewhere();
        if (was == null) {
            return Optional.empty();
        }
        var line = StoredMessage.line(
                ids.newMessage(),
                "back:" + was.since().toEpochMilli(),
                new Happening(Happening.Type.CAME_BACK, Map.of()),
                now);
        return outgoing.cameBack(conversation.conversationId(), was, line, now);
    }

    private Optional<StoredConversation> passed(StoredConversation conversation, @Nullable String app, Instant now) {
        var line = StoredMessage.line(
                ids.newMessage(),
                "passed:" + now.toEpochMilli(),
                new Happening(Happening.Type.PASSED_ELSEWHERE, Map.of("app", String.valueOf(app))),
                now);
        return outgoing.passed(conversation.conversationId(), new Elsewhere(app, now), line);
    }
}
