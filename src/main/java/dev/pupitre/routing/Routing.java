package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Agent.Place;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings waiting conversations and agents together, and keeps their places in step with what becomes of them. */
@Component
class Routing {
    private final Agents agents;
    private final Places places;
    private final WaitingQueue queue;
    private final Dealer dealer;
    private final Choice choice;
    private final Admissions admissions;
    private final LastAgents lastAgents;
    private final Conversations conversations;
    private final Presences presences;

    Routing(
            Agents agents,
            Places places,
            WaitingQueue queue,
            Dealer dealer,
            Choice choice,
            Admissions admissions,
            LastAgents lastAgents,
            Conversations conversations,
            Presences presences) {
        this.agents = agents;
        this.places = places;
        this.queue = queue;
        this.dealer = dealer;
        this.choice = choice;
        this.admissions = admissions;
        this.lastAgents = lastAgents;
        this.conversations = conversations;
        this.presences = presences;
    }

    void declareIndexes() {
        queue.declareIndexes();
        lastAgents.declareIndexes();
    }

    /** Lets it wait for these agents; who has room gets it at once. While another application answers, nobody does. */
    void enqueue(Conversation conversation, Pool pool, @Nullable String expertise) {
        if (conversation.state() != ConversationState.WAITING) {
            return;
        }
        var entry = entry(conversation, pool, expertise);
        if (conversation.elsewhere() == null) {
            queue.add(entry);
        } else {
            queue.addParked(entry);
            unparkIfBack(entry.conversation());
        }
        drain();
    }

    /** Gives it to the agent who keeps a place for it; where there is none, it waits. */
    void enqueue(Conversation conversation, Overflows.Admission admission, @Nullable String expertise) {
        var keeper = admission.keeper();
        if (keeper == null || !dealer.hand(entry(conversation, admission.pool(), expertise), keeper)) {
            enqueue(conversation, admission.pool(), expertise);
        }
    }

    boolean isQueued(ConversationId id) {
        return queue.find(id).isPresent();
    }

    /** It may have come back before it was parked, and nobody would have put it in again. */
    private void unparkIfBack(ConversationId id) {
        var now = conversations.get(id);
        if (now.state() == ConversationState.WAITING && now.elsewhere() == null) {
            enqueueAgain(now);
        }
    }

    /** Lets it wait where it waited before, or else for the team that it was to wait for, or its campaign's members. */
    void enqueueAgain(Conversation conversation) {
        var before = queue.find(conversation.id());
        var campaign = Optional.ofNullable(conversation.campaign()).orElse(Campaign.CATCH_ALL);
        var pool = before.map(QueueEntry::whoFor).orElseGet(() -> {
            var team = conversations.progress(conversation.id()).team();
            return team == null ? Pool.members(campaign) : Pool.team(campaign, team);
        });
        enqueue(conversation, pool, before.map(QueueEntry::expertise).orElse(null));
    }

    /** As it would be queued. */
    QueueEntry entry(Conversation conversation, RouteReader.Wanted wanted) {
        return entry(conversation, wanted.pool(), wanted.priority(), wanted.expertise());
    }

    private QueueEntry entry(Conversation conversation, Pool pool, @Nullable String expertise) {
        return entry(conversation, pool, conversation.priority(), expertise);
    }

    private QueueEntry entry(Conversation conversation, Pool pool, int priority, @Nullable String expertise) {
        var lastAgent = choice.isSticky(pool.campaign())
                ? lastAgents.of(conversation.customer().id()).orElse(null)
                : null;
        return QueueEntry.of(
                        conversation.id(),
                        pool,
                        priority,
                        conversation.openedAt(),
                        QueueEntry.waitingSince(conversation),
                        expertise,
                        lastAgent)
                .firstQueued(conversation.times().firstQueuedAt());
    }

    /**
     * Gives the conversation to the caller, out of the queue or out of another agent's hands.
     *
     * @param waiting whether it is only wanted if nobody has it yet
     * @throws TakenMeanwhile when somebody else was faster
     * @throws NoRoom when nobody has it, claiming is how its campaign's are shared out, and the caller has enough
     * @throws ConversationOver when it is closed or being closed, or its process has not queued it yet
     */
    Conversation claim(Caller caller, ConversationId id, boolean waiting) {
        return assign(caller.id(), caller.displayName(), id, waiting, true);
    }

    /** Gives the conversation to this agent likewise, with room or without. */
    Conversation assign(UserId agent, String name, ConversationId id) {
        return assign(agent, name, id, false, false);
    }

    private Conversation assign(UserId agent, String name, ConversationId id, boolean waiting, boolean claimed) {
        var before = conversations.get(id);
        if (Dealer.isHeldBy(agent.value(), before)) {
            return before;
        }
        var holder = before.assignee();
        if (waiting && holder != null) {
            throw new TakenMeanwhile(holder);
        }
        var theirs = holder == null ? Optional.<Place>empty() : places.find(holder.id(), id);
        var place = place(agent, name, before, claimed);
        var given = holder == null
                ? conversations.assign(id, agent, name)
                : conversations.takeOver(id, new UserId(holder.id()), agent, name);
        if (given.isEmpty()) {
            var now = conversations.get(id);
            if (Dealer.isHeldBy(agent.value(), now)) {
                return now;
            }
            free(agent.value(), place);
            throw refusal(now);
        }
        leaveQueue(id);
        theirs.ifPresent(old -> free(Objects.requireNonNull(holder).id(), old));
        presences.announce(agents.get(agent, name));
        return given.get();
    }

    /** With room or without, as somebody has decided it; except where this is how all the work is given. */
    private Place place(UserId agent, String name, Conversation conversation, boolean claimed) {
        var campaign = conversation.campaign();
        if (!claimed
                || conversation.state() != ConversationState.WAITING
                || campaign == null
                || !choice.isForTheFirst(campaign)) {
            return places.take(agent, name, conversation.id(), campaign);
        }
        var most = Choice.most(choice.campaign(campaign), agent.value());
        return places.takeWithRoom(agent, name, conversation.id(), campaign, most)
                .orElseThrow(NoRoom::new);
    }

    private static Conflict refusal(Conversation now) {
        var holder = now.assignee();
        return now.state() == ConversationState.ASSIGNED && holder != null
                ? new TakenMeanwhile(holder)
                : new ConversationOver(now.state());
    }

    @EventListener
    void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.WentElsewhere left -> {
                queue.park(left.conversation());
                unparkIfBack(left.conversation());
            }
            case ConversationEvent.CameBack back -> enqueueAgain(conversations.get(back.conversation()));
            case ConversationEvent.Recorded _ -> {
                // Its place is free once it has left the open ones.
            }
            case ConversationEvent.Erased erased -> lastAgents.forget(erased.conversation());
            case ConversationEvent.Closed closed -> {
                leaveQueue(closed.conversation());
                if (closed.assignee() != null) {
                    leaves(closed.assignee().id(), closed.conversation());
                }
            }
        }
    }

    private void leaves(String agent, ConversationId id) {
        lastAgents.remember(id, agent);
        places.find(agent, id).ifPresent(place -> free(agent, place));
    }

    /**
     * Hands a conversation on; its process looks for who answers, and may have queued it again before this returns.
     *
     * @param from who gives the place back; none where it waits
     * @param release hands it on; empty where it is not to be
     */
    Optional<Conversation> handOn(ConversationId id, @Nullable String from, Supplier<Optional<Conversation>> release) {
        var waited = queue.find(id);
        var place = from == null ? Optional.<Place>empty() : places.find(from, id);
        admissions.leave(id);
        var handedOn = release.get();
        if (handedOn.isPresent()) {
            waited.ifPresent(queue::remove);
            place.ifPresent(theirs -> free(Objects.requireNonNull(from), theirs));
        }
        return handedOn;
    }

    private void leaveQueue(ConversationId conversation) {
        queue.remove(conversation);
        admissions.leave(conversation);
    }

    /** Gives this very place back; who waits gets it at once. */
    void free(String agent, Place place) {
        places.free(agent, place).ifPresent(freed -> {
            presences.announce(freed);
            drain();
        });
    }

    void drain() {
        dealer.drain();
    }

    /** They have as many as they may have at once. */
    static final class NoRoom extends Conflict {
        NoRoom() {
            super("Expected room for one more, but you have as many conversations as you may have", null, "NO_ROOM");
        }
    }

    /** Somebody else was faster. */
    static final class TakenMeanwhile extends Conflict {
        TakenMeanwhile(Party holder) {
            super("Expected a conversation that nobody has, but %s was faster".formatted(holder.name()));
        }
    }
}
