package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends conversations.
 *
 * <p>One update of the live document decides that it is over; what follows can be broken off anywhere and is finished
 * by whoever comes next: the repeated job, or the customer's next message.
 */
@Component
class Closing {
    private final LiveConversations live;
    private final LiveEndings endings;
    private final Filing filing;
    private final Announcements announcements;
    private final Clock clock;

    Closing(LiveConversations live, LiveEndings endings, Filing filing, Announcements announcements, Clock clock) {
        this.live = live;
        this.endings = endings;
        this.filing = filing;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Closes a resolved conversation, or gives it back when the customer wrote after the agent had resolved it.
     *
     * @param resolution which "resolve" this is about
     * @return whether it was given back; the same for a repeated job
     */
    boolean close(ConversationId id, String resolution) {
        var now = clock.instant();
        var reopened = endings.reopen(id, resolution);
        if (reopened.isPresent()) {
            announcements.conversation(reopened.get());
            return true;
        }
        var closed = endings.close(id, resolution, now);
        if (closed.isPresent()) {
            announceAndFinish(closed.get());
            return false;
        }
        return settledBefore(id, resolution);
    }

    /**
     * Closes a conversation that its process is done with, as when its task was completed in Tasklist, where nothing was
     * said about messages that came meanwhile.
     *
     * @param round in which its process is
     * @return whether it was handed on since, which its process has yet to hear of
     */
    boolean complete(ConversationId id, @Nullable Integer round) {
        endings.end(id, round, clock.instant()).ifPresent(this::announceAndFinish);
        finishLeftover(id);
        return live.find(id).filter(found -> found.state().isOpen()).isPresent();
    }

    /**
     * Closes what an AI agent has, where the customer's next message is still awaited; answers whether the
     * customer wrote at the last moment instead.
     */
    boolean isWrittenInAfterAll(ConversationId id) {
        endings.endAwaited(id, clock.instant()).ifPresent(this::announceAndFinish);
        return live.find(id)
                .filter(conversation -> conversation.state() == ConversationState.NEW)
                .isPresent();
    }

    private boolean settledBefore(ConversationId id, String resolution) {
        var conversation = live.find(id);
        if (conversation.isPresent()
                && conversation.get().state() == ConversationState.CLOSING
                && resolution.equals(conversation.get().resolution())) {
            // A message came between the two attempts above.
            return close(id, resolution);
        }
        finishLeftover(id);
        // Taken back, perhaps resolved again since: its process has to go on for what comes of that.
        return conversation.filter(found -> found.state().isOpen()).isPresent();
    }

    /**
     * Ends a conversation that the rules want nothing of.
     *
     * @param heard how many of the customer's messages the rules have heard
     * @param led by the process that asks, where it is known
     * @return the conversation, still open, when there are more
     */
    Optional<StoredConversation> ignore(ConversationId id, int heard, @Nullable Led led) {
        endings.ignore(id, heard, led, clock.instant()).ifPresent(this::announceAndFinish);
        finishLeftover(id);
        return live.find(id).filter(conversation -> conversation.state() == ConversationState.NEW);
    }

    private void finishLeftover(ConversationId id) {
        live.find(id).filter(conversation -> !conversation.state().isOpen()).ifPresent(filing::putAway);
    }

    private void announceAndFinish(StoredConversation over) {
        announcements.conversation(over);
        filing.putAway(over);
    }
}
