package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Brings waiting conversations and agents with room together.
 *
 * <p>A place is reserved with an agent first and the conversation given second, each by one conditional update; when
 * the second finds the conversation gone, the place is given back.
 */
@Component
class Routing {
    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final Agents agents;
    private final WaitingQueue queue;
    private final Conversations conversations;
    private final LiveFeed feed;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    Routing(Agents agents, WaitingQueue queue, Conversations conversations, LiveFeed feed) {
        this.agents = agents;
        this.queue = queue;
        this.conversations = conversations;
        this.feed = feed;
    }

    void enqueue(Conversation conversation) {
        if (waitsHere(conversation)) {
            queue.add(conversation);
            drain();
        }
    }

    Agent become(Caller caller, Availability presence) {
        var agent = agents.become(caller, presence);
        announce(agent);
        if (presence == Availability.ONLINE) {
            drain();
        }
        return agent;
    }

    /** Who signs out has left. */
    @EventListener
    void on(LogoutSuccessEvent logout) {
        if (logout.getAuthentication().getPrincipal() instanceof Caller caller) {
            become(caller, Availability.OFFLINE);
        }
    }

    Agent agent(Caller caller) {
        return agents.get(caller);
    }

    /**
     * Gives the conversation to the caller, out of the queue or out of another agent's hands.
     *
     * @throws ConversationOver when it is closed or being closed, or its process has not queued it yet
     */
    Conversation claim(Caller caller, ConversationId id) {
        var before = conversations.get(id);
        if (isHeldBy(caller.getName(), before)) {
            return before;
        }
        var assignee = before.assignee();
        var reserved = agents.claim(caller, id);
        var claimed = conversations
                .assign(id, caller.id(), caller.displayName())
                .or(() -> conversations.takeOver(id, caller.id(), caller.displayName()));
        if (claimed.isEmpty()) {
            var now = conversations.get(id);
            if (isHeldBy(caller.getName(), now)) {
                return now;
            }
            if (reserved) {
                agents.release(caller.getName(), id);
            }
            throw new ConversationOver(now.state());
        }
        queue.remove(id);
        if (assignee != null) {
            release(assignee.id(), id);
        }
        announce(agents.get(caller));
        return claimed.get();
    }

    @EventListener
    void on(ConversationEvent event) {
        switch (event) {
            case ConversationEvent.WentElsewhere left -> queue.remove(left.conversation());
            case ConversationEvent.CameBack back -> enqueue(conversations.get(back.conversation()));
            case ConversationEvent.Erased _ -> {}
            case ConversationEvent.Closed closed -> {
                queue.remove(closed.conversation());
                if (closed.assignee() != null) {
                    release(closed.assignee().id(), closed.conversation());
                }
            }
        }
    }

    void release(String agent, ConversationId conversation) {
        agents.release(agent, conversation).ifPresent(released -> {
            announce(released);
            drain();
        });
    }

    /** Gives away as much as can be given, beside the caller; calls that come meanwhile become one more round. */
    void drain() {
        wanted.set(true);
        if (draining.compareAndSet(false, true)) {
            Thread.ofVirtual().name("queue-drain").start(this::drainWhileWanted);
        }
    }

    private void drainWhileWanted() {
        try {
            while (wanted.getAndSet(false)) {
                while (giveFirst()) {}
            }
        } catch (RuntimeException failure) {
            LOG.warn("The queue waits for the next drain: {}", failure.toString());
        } finally {
            draining.set(false);
        }
        if (wanted.get()) {
            drain();
        }
    }

    /** Returns whether the next one may be tried: false when nobody waits or nobody has room. */
    private boolean giveFirst() {
        return agents.haveRoom() && queue.first().map(this::give).orElse(false);
    }

    private boolean give(ConversationId id) {
        var agent = agents.reserve(id);
        if (agent.isEmpty()) {
            return isStale(id);
        }
        var given =
                conversations.deal(id, new UserId(agent.get().id()), agent.get().name());
        queue.remove(id);
        if (given.isPresent() || isHeldBy(agent.get().id(), id)) {
            announce(agent.get());
        } else {
            agents.release(agent.get().id(), id).ifPresent(this::announce);
        }
        return true;
    }

    private boolean isHeldBy(String agent, ConversationId id) {
        try {
            return isHeldBy(agent, conversations.get(id));
        } catch (ConversationNotFound gone) {
            return false;
        }
    }

    private static boolean isHeldBy(String agent, Conversation conversation) {
        var assignee = conversation.assignee();
        return conversation.state() == ConversationState.ASSIGNED
                && assignee != null
                && assignee.id().equals(agent);
    }

    /** An entry whose conversation does not wait any more must not block those behind it. */
    private boolean isStale(ConversationId id) {
        if (isWaiting(id)) {
            return false;
        }
        queue.remove(id);
        return true;
    }

    private boolean isWaiting(ConversationId id) {
        try {
            return waitsHere(conversations.get(id));
        } catch (ConversationNotFound gone) {
            return false;
        }
    }

    /** While another application answers, nobody here is to. */
    private static boolean waitsHere(Conversation conversation) {
        return conversation.state() == ConversationState.WAITING && conversation.elsewhere() == null;
    }

    private void announce(Agent agent) {
        record PresenceChange(Person agent, Presence presence) {}
        feed.publish(new LiveEvent(
                "presence",
                new PresenceChange(new Person(agent.id(), agent.name()), agent.view()),
                new Audience(Set.of(new UserId(agent.id())), Set.of(Role.SUPERVISOR, Role.ADMIN))));
    }

    private record Person(String id, String name) {}
}
