package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done with a conversation. */
@Component
public class Conversations {
    private final LiveConversations live;
    private final Recordings recordings;
    private final Signals signals;
    private final Announcements announcements;
    private final ResponseClocks clocks;
    private final Ids ids;
    private final Clock clock;

    Conversations(
            LiveConversations live,
            Recordings recordings,
            Signals signals,
            Announcements announcements,
            ResponseClocks clocks,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.recordings = recordings;
        this.signals = signals;
        this.announcements = announcements;
        this.clocks = clocks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The conversation, open or over.
     *
     * @throws ConversationNotFound when there is none with this id
     */
    public Conversation get(ConversationId id) {
        return stored(id).view();
    }

    /** Puts a new conversation into the queue; empty when it is over. A repeat changes nothing. */
    public Optional<Conversation> queue(ConversationId id, CampaignId campaign, int priority) {
        var now = clock.instant();
        var due = clocks.due(campaign, now).orElse(null);
        var queued = live.queue(id, campaign, priority, due, now);
        queued.ifPresent(announcements::conversation);
        return queued.or(() -> live.find(id).filter(found -> found.state().isOpen()))
                .map(StoredConversation::view);
    }

    /** The conversations that were queued before this instant and still wait. */
    public List<ConversationId> waitingSince(Instant instant) {
        return live.waitingSince(instant);
    }

    /** Gives a waiting conversation to an agent whose turn it is; empty when it does not wait here any more. */
    public Optional<Conversation> deal(ConversationId id, UserId agent, String name) {
        return given(live.deal(id, new Party(agent.value(), name), newRef(), clock.instant()));
    }

    /** Gives a waiting conversation to an agent who asks for it; empty when it does not wait any more. */
    public Optional<Conversation> assign(ConversationId id, UserId agent, String name) {
        return given(live.assign(id, new Party(agent.value(), name), newRef(), clock.instant()));
    }

    /** Takes a conversation over from another agent; empty when it is in nobody's or in this agent's hands. */
    public Optional<Conversation> takeOver(ConversationId id, UserId agent, String name) {
        var line = line(HandingOn.takenOver(name, holder(id)));
        return told(line, live.takeOver(id, new Party(agent.value(), name), line, newRef(), clock.instant()));
    }

    /**
     * Hands a conversation on that is in nobody's hands; its process then looks for who answers.
     *
     * @param by who does so; none for the process itself, such as when an agent is silent
     * @param note for whoever answers next
     * @return the conversation, in state NEW again; empty when it is in somebody's hands by now, over, being closed, or
     *     not decided about yet
     */
    public Optional<Conversation> release(
            ConversationId id, Target target, @Nullable Author by, @Nullable String note) {
        var line = line(HandingOn.by(by, note, target, null));
        return told(line, live.release(id, target, line, clock.instant()));
    }

    /** Hands it on likewise, but out of this agent's hands. */
    public Optional<Conversation> release(
            ConversationId id, UserId from, Target target, @Nullable Author by, @Nullable String note) {
        var line = line(HandingOn.by(by, note, target, holder(id)));
        return told(line, live.release(id, from, target, line, clock.instant()));
    }

    /** Gives it to others likewise, as this agent does not open it or is not there any more. */
    public Optional<Conversation> giveBack(ConversationId id, UserId from, Target target, HandingOn.Why why) {
        var line = line(HandingOn.because(why, target, holder(id)));
        return told(line, live.release(id, from, target, line, clock.instant()));
    }

    /** Its customer has waited so long for a first answer that they count as lost; the first such mark stays. */
    public void markLost(ConversationId id) {
        live.markLost(id, clock.instant());
    }

    /** Whether the agent who has it has written to the customer. */
    public boolean isAnswered(ConversationId id) {
        return stored(id).isAnswered();
    }

    /** Whether it was handed on ever, out of an agent's hands or out of the queue. */
    public boolean wasHandedOn(ConversationId id) {
        return stored(id).course().target() != null;
    }

    /**
     * Has the process told of the customer's next message, which an automatic agent waits for.
     *
     * @param heard how many of the customer's messages it has heard
     * @return false when there are more, which it has to hear first, or when others answer by now
     */
    public boolean awaitCustomer(ConversationId id, int heard) {
        return live.await(id, heard).isPresent();
    }

    private StoredMessage line(Happening happening) {
        return StoredMessage.line(ids.newMessage(), newRef(), happening, clock.instant());
    }

    private static String newRef() {
        return UUID.randomUUID().toString();
    }

    /** The name of the agent who has it. */
    private @Nullable String holder(ConversationId id) {
        return live.find(id).map(StoredConversation::assignee).map(Party::name).orElse(null);
    }

    /** The transcript says who has it now, to those who have it open, too. */
    private Optional<Conversation> told(StoredMessage line, Optional<StoredConversation> changed) {
        changed.ifPresent(conversation -> announcements.message(conversation, line.id()));
        return given(changed);
    }

    private Optional<Conversation> given(Optional<StoredConversation> changed) {
        changed.ifPresent(conversation -> {
            announcements.conversation(conversation);
            signals.handOn(conversation);
        });
        return changed.map(StoredConversation::view);
    }

    /**
     * Lets the process close the conversation, unless the customer writes before it does.
     *
     * @param seen how many unanswered messages the agent has before the eyes; none for any
     * @throws CustomerWroteAgain when there are more
     */
    Conversation resolve(Caller agent, ConversationId id, @Nullable Integer seen) {
        var most = seen == null ? Integer.MAX_VALUE : seen;
        var resolved = live.resolve(id, agent.getName(), most, newRef(), clock.instant());
        if (resolved.isEmpty()) {
            var conversation = stored(id);
            if (conversation.state() == ConversationState.CLOSING && conversation.isAssignedTo(agent.getName())) {
                return conversation.view();
            }
            if (conversation.state() == ConversationState.ASSIGNED && conversation.isAssignedTo(agent.getName())) {
                throw new CustomerWroteAgain();
            }
            throw refusal(conversation, agent);
        }
        announcements.conversation(resolved.get());
        signals.handOn(resolved.get());
        return resolved.get().view();
    }

    static RuntimeException refusal(StoredConversation conversation, Caller agent) {
        return conversation.state().isOpen() && !conversation.isAssignedTo(agent.getName())
                ? new ConversationNotYours(conversation)
                : new ConversationOver(conversation.state());
    }

    StoredConversation stored(ConversationId id) {
        return live.find(id).or(() -> recordings.find(id)).orElseThrow(() -> new ConversationNotFound(id));
    }
}
