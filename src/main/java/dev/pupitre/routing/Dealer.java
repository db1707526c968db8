package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Plan.Gift;
import dev.pupitre.routing.Plan.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives waiting conversations to agents with room.
 *
 * <p>A place is reserved with an agent first and the conversation given second, each by one conditional update; when
 * the second finds the conversation gone, the place is given back. So several nodes may deal at once.
 */
@Component
class Dealer {
    private static final Logger LOG = LoggerFactory.getLogger(Dealer.class);

    private final Agents agents;
    private final WaitingQueue queue;
    private final Choice choice;
    private final Conversations conversations;
    private final Admissions admissions;
    private final Presences presences;
    private final Clock clock;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    Dealer(
            Agents agents,
            WaitingQueue queue,
            Choice choice,
            Conversations conversations,
            Admissions admissions,
            Presences presences,
            Clock clock) {
        this.agents = agents;
        this.queue = queue;
        this.choice = choice;
        this.conversations = conversations;
        this.admissions = admissions;
        this.presences = presences;
        this.clock = clock;
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
                Set<Refused> refused = ConcurrentHashMap.newKeySet();
                while (round(refused)) {}
            }
        } catch (RuntimeException | ExecutionException failure) {
            LOG.warn("The queue waits for the next drain: {}", failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            draining.set(false);
        }
        if (wanted.get() && !Thread.currentThread().isInterrupted()) {
            drain();
        }
    }

    /** Returns whether another round may find more: false when nobody waits or nobody has room. */
    private boolean round(Set<Refused> refused) throws InterruptedException, ExecutionException {
        var heads = queue.heads();
        var withRoom = heads.isEmpty() ? List.<Agent>of() : agents.withRoom();
        if (withRoom.isEmpty()) {
            return false;
        }
        var gifts = new Plan(choice, withRoom, presentTargets(heads), refused).of(heads);
        if (gifts.size() == 1) {
            give(gifts.getFirst(), refused);
        } else {
            giveAll(gifts, refused);
        }
        return !gifts.isEmpty();
    }

    private Set<String> presentTargets(List<List<QueueEntry>> heads) {
        var named = heads.stream()
                .map(List::getFirst)
                .filter(entry -> entry.kind() == Pool.Kind.AGENT)
                .map(QueueEntry::target)
                .filter(Objects::nonNull)
                .toList();
        return named.isEmpty() ? Set.of() : agents.present(named);
    }

    /** At once, as each waits for the store more than for anything else. */
    private void giveAll(List<Gift> gifts, Set<Refused> refused) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = threads.invokeAll(gifts.stream()
                    .map(gift -> (Callable<Void>) () -> {
                        give(gift, refused);
                        return null;
                    })
                    .toList());
            for (var one : given) {
                one.get();
            }
        }
    }

    private void give(Gift gift, Set<Refused> refused) {
        var entry = gift.entry();
        var id = entry.conversation();
        var campaign = choice.campaign(entry.campaign());
        var most = Choice.most(campaign, gift.agent().id());
        var until = until(campaign.thresholds().offer());
        var agent = agents.reserve(gift.agent().id(), entry, most, until);
        if (agent.isEmpty()) {
            refused.add(new Refused(id, gift.agent().id()));
            dropIfStale(entry);
            return;
        }
        var given =
                conversations.deal(id, new UserId(agent.get().id()), agent.get().name());
        if (given.isPresent() || isHeldBy(agent.get().id(), id)) {
            queue.remove(entry);
            admissions.leave(id);
            presences.announce(agent.get());
        } else {
            refused.add(new Refused(id, gift.agent().id()));
            dropIfStale(entry);
            agents.release(agent.get().id(), id).ifPresent(presences::announce);
        }
    }

    private @Nullable Instant until(int seconds) {
        return seconds == 0 ? null : clock.instant().plusSeconds(seconds);
    }

    /** An entry whose conversation does not wait any more must not block those behind it. */
    private void dropIfStale(QueueEntry entry) {
        var id = entry.conversation();
        try {
            var conversation = conversations.get(id);
            if (conversation.state() != ConversationState.WAITING) {
                queue.remove(entry);
            } else if (conversation.elsewhere() != null) {
                queue.park(id);
            }
        } catch (ConversationNotFound gone) {
            queue.remove(entry);
        }
    }

    private boolean isHeldBy(String agent, ConversationId id) {
        try {
            return isHeldBy(agent, conversations.get(id));
        } catch (ConversationNotFound gone) {
            return false;
        }
    }

    static boolean isHeldBy(String agent, Conversation conversation) {
        var assignee = conversation.assignee();
        return conversation.state() == ConversationState.ASSIGNED
                && assignee != null
                && assignee.id().equals(agent);
    }
}
