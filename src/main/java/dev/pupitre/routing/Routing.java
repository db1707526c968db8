package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings waiting conversations and agents together, and keeps their places in step with what becomes of them. */
@Component
class Routing {
    private final Agents agents;
    private final WaitingQueue queue;
    private final Dealer dealer;
    private final Admissions admissions;
    private final LastAgents lastAgents;
    private final Conversations conversations;
    private final Presences presences;

    Routing(
            Agents agents,
            WaitingQueue queue,
            Dealer dealer,
            Admissions admissions,
            LastAgents lastAgents,
            Conversations conversations,
            Presences presences) {
        this.agents = agents;
        this.queue = queue;
        this.dealer = dealer;
        this.admissions = admissions;
        this.lastAgents = lastAgents;
        this.conversations = conversations;
        this.presences = presences;
    }

    void declareIndexes() {
        queue.declareIndexes();
        lastAgents.declareIndexes();
    }

    /** Lets it wait for these agents; who has room gets it at once. */
    void enqueue(Conversation conversation, Pool pool, @Nullable String expertise) {
        if (waitsHere(conversation)) {
            queue.add(entry(conversation, pool, expertise));
            drain();
        }
    }

    /** Lets it wait where it waited before, or else for its campaign's members. */
    void enqueueAgain(Conversation conversation) {
        var before = queue.find(conversation.id());
        var campaign = Optional.ofNullable(conversation.campaign()).orElse(Campaign.CATCH_ALL);
        var pool = before.map(QueueEntry::whoFor).orElseGet(() -> Pool.members(campaign));
        enqueue(conversation, pool, before.map(QueueEntry::expertise).orElse(null));
    }

    private QueueEntry entry(Conversation conversation, Pool pool, @Nullable String expertise) {
        var queuedAt = conversation.queuedAt() == null ? conversation.openedAt() : conversation.queuedAt();
        var lastAgent = lastAgents.of(conversation.customer().id()).orElse(null);
        return QueueEntry.of(
                conversation.id(),
                pool,
                conversation.priority(),
                conversation.openedAt(),
                queuedAt,
                expertise,
                lastAgent);
    }

    /**
     * Gives the conversation to the caller, out of the queue or out of another agent's hands.
     *
     * @throws ConversationOver when it is closed or being closed, or its process has not queued it yet
     */
    Conversation claim(Caller caller, ConversationId id) {
        return assign(caller.id(), caller.displayName(), id);
    }

    /**
     * Gives the conversation to this agent, with room or without.
     *
     * @throws ConversationOver when it is closed or being closed, or its process has not queued it yet
     */
    Conversation assign(UserId agent, String name, ConversationId id) {
        var before = conversations.get(id);
        if (Dealer.isHeldBy(agent.value(), before)) {
            return before;
        }
        var assignee = before.assignee();
        var reserved = agents.claim(agent, name, id, before.campaign());
        var claimed = conversations.assign(id, agent, name).or(() -> conversations.takeOver(id, agent, name));
        if (claimed.isEmpty()) {
            var now = conversations.get(id);
            if (Dealer.isHeldBy(agent.value(), now)) {
                return now;
            }
            if (reserved) {
                agents.release(agent.value(), id);
            }
            throw new ConversationOver(now.state());
        }
        leaveQueue(id);
        if (assignee != null) {
            release(assignee.id(), id);
        }
        presences.announce(agents.get(agent, name));
        return claimed.get();
    }

    @EventListener
    void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.WentElsewhere left -> queue.park(left.conversation());
            case ConversationEvent.CameBack back -> enqueueAgain(conversations.get(back.conversation()));
            case ConversationEvent.Erased erased -> lastAgents.forget(erased.conversation());
            case ConversationEvent.Closed closed -> {
                leaveQueue(closed.conversation());
                if (closed.assignee() != null) {
                    lastAgents.remember(closed.conversation(), closed.assignee().id());
                    release(closed.assignee().id(), closed.conversation());
                }
            }
        }
    }

    /**
     * Hands a conversation on; its process looks for who answers, and may have queued it again before this returns.
     *
     * @param from who gives the place back; none where it waits
     * @param release hands it on; empty where it is not to be
     */
    Optional<Conversation> handOn(ConversationId id, @Nullable String from, Supplier<Optional<Conversation>> release) {
        var waited = queue.find(id);
        admissions.leave(id);
        var handedOn = release.get();
        if (handedOn.isPresent()) {
            waited.ifPresent(queue::remove);
            if (from != null) {
                release(from, id);
            }
        }
        return handedOn;
    }

    private void leaveQueue(ConversationId conversation) {
        queue.remove(conversation);
        admissions.leave(conversation);
    }

    void release(String agent, ConversationId conversation) {
        agents.release(agent, conversation).ifPresent(released -> {
            presences.announce(released);
            drain();
        });
    }

    void drain() {
        dealer.drain();
    }

    /** While another application answers, nobody here is to. */
    private static boolean waitsHere(Conversation conversation) {
        return conversation.state() == ConversationState.WAITING && conversation.elsewhere() == null;
    }
}
