package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done with a conversation. */
@Component
public class Conversations {
    private final LiveConversations live;
    private final Recordings recordings;
    private final LiveCourse course;
    private final Fresh fresh;
    private final LiveSweeps sweeps;
    private final Hands hands;
    private final Announcements announcements;
    private final ResponseClocks clocks;
    private final Clock clock;

    Conversations(
            LiveConversations live,
            Recordings recordings,
            LiveCourse course,
            Fresh fresh,
            LiveSweeps sweeps,
            Hands hands,
            Announcements announcements,
            ResponseClocks clocks,
            Clock clock) {
        this.live = live;
        this.recordings = recordings;
        this.course = course;
        this.fresh = fresh;
        this.sweeps = sweeps;
        this.hands = hands;
        this.announcements = announcements;
        this.clocks = clocks;
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

    /**
     * The conversation with how far its process has led it.
     *
     * @throws ConversationNotFound when there is none with this id
     */
    public Progress progress(ConversationId id) {
        return Progress.of(stored(id));
    }

    /**
     * Puts a new conversation into the queue; empty when it is over. A repeat changes nothing.
     *
     * @param round in which its process is, as the process was told; null while it has not been handed on
     * @param team whose work it is while it waits; null where that is no team's
     */
    public Optional<Conversation> queue(
            ConversationId id, CampaignId campaign, int priority, @Nullable Integer round, @Nullable String team) {
        var now = clock.instant();
        var due = clocks.due(campaign, now).orElse(null);
        var queued = course.queue(id, campaign, priority, round, team, due, now);
        queued.ifPresent(conversation -> tellQueued(conversation, now));
        return queued.or(() -> queuedElse(id, round, team))
                .or(() -> live.find(id).filter(found -> found.state().isOpen()))
                .map(StoredConversation::view);
    }

    /**
     * How far its process has led a conversation that this node has prepared a moment ago, and nobody has asked for since;
     * empty for all others.
     */
    public Optional<Progress> freshlyPrepared(ConversationId id) {
        return fresh.takePrepared(id);
    }

    /** Puts a conversation into the queue that was never handed on and not answered yet; empty for all others. */
    public Optional<Conversation> queueFirst(
            ConversationId id, CampaignId campaign, int priority, @Nullable String team) {
        var now = clock.instant();
        var due = clocks.due(campaign, now).orElse(null);
        var queued = course.queueUnanswered(id, campaign, priority, null, team, due, now);
        queued.ifPresent(conversation -> tellQueued(conversation, now));
        return queued.map(StoredConversation::view);
    }

    private void tellQueued(StoredConversation queued, Instant now) {
        clocks.queued(queued, now);
        announcements.conversation(queued);
    }

    /** A repeat after a crash may choose others than were written down. */
    private Optional<StoredConversation> queuedElse(ConversationId id, @Nullable Integer round, @Nullable String team) {
        var queued = course.waitsFor(id, round, team);
        queued.ifPresent(announcements::conversation);
        return queued;
    }

    /** The conversations that were queued before this instant and still wait. */
    public List<ConversationId> waitingSince(Instant instant) {
        return sweeps.waitingSince(instant);
    }

    /** Whether some of the campaign's that have waited for the desk to open are still on their way into the queue. */
    public boolean areComing(CampaignId campaign) {
        return sweeps.areComing(campaign, clock.instant());
    }

    /** The conversations that were given to somebody before this instant and are still in their hands. */
    public Map<ConversationId, UserId> heldSince(Instant instant) {
        return sweeps.heldSince(instant);
    }

    /**
     * Gives a waiting conversation to an agent whose turn it is; empty when it does not wait here any more.
     *
     * @param queuedAt when the wait began that this ends, so that it does not end a later one for somebody else
     */
    public Optional<Conversation> deal(ConversationId id, Instant queuedAt, UserId agent, String name) {
        return hands.deal(id, queuedAt, agent, name);
    }

    /** Gives a waiting conversation to an agent who asks for it; empty when it does not wait any more. */
    public Optional<Conversation> assign(ConversationId id, UserId agent, String name) {
        return hands.assign(id, agent, name);
    }

    /** Takes a conversation over from another agent; empty when it is not in that one's hands. */
    public Optional<Conversation> takeOver(ConversationId id, UserId from, UserId agent, String name) {
        return hands.takeOver(id, from, agent, name);
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
        return hands.release(id, target, by, note);
    }

    /** Hands it on likewise, but out of this agent's hands. */
    public Optional<Conversation> release(
            ConversationId id, UserId from, Target target, @Nullable Author by, @Nullable String note) {
        return hands.release(id, from, target, by, note);
    }

    /** Gives it to others likewise, as this agent does not open it or is not there any more. */
    public Optional<Conversation> giveBack(ConversationId id, UserId from, Target target, HandingOn.Why why) {
        return hands.giveBack(id, from, target, why);
    }

    /** Its customer has waited so long for a first answer that they count as lost; the first such mark stays. */
    public void markLost(ConversationId id) {
        course.markLost(id, clock.instant());
    }

    /** Whether the agent who has it has written to the customer. */
    public boolean isAnswered(ConversationId id) {
        return stored(id).isAnswered();
    }

    /**
     * Has the process told of the customer's next message, which an AI agent waits for.
     *
     * @param heard how many of the customer's messages it has heard
     * @return false when there are more, which it has to hear first, or when others answer by now
     */
    public boolean awaitCustomer(ConversationId id, int heard) {
        return course.await(id, heard).isPresent();
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
