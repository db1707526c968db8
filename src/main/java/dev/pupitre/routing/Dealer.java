package dev.pupitre.routing;

import dev.pupitre.campaign.CampaignChanged;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Plan.Gift;
import dev.pupitre.routing.Plan.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives waiting conversations to agents with room.
 *
 * <p>A place is reserved with an agent first and the conversation given second, each by one conditional update; when
 * the second finds the conversation gone, the place is given back. So several nodes may deal at once.
 */
@Component
class Dealer {
    private final Agents agents;
    private final Places places;
    private final WaitingQueue queue;
    private final Choice choice;
    private final OpeningRush rush;
    private final Conversations conversations;
    private final Admissions admissions;
    private final Presences presences;
    private final Clock clock;
    private final Drain drain = new Drain(this::serve);

    Dealer(
            Agents agents,
            Places places,
            WaitingQueue queue,
            Choice choice,
            OpeningRush rush,
            Conversations conversations,
            Admissions admissions,
            Presences presences,
            Clock clock) {
        this.agents = agents;
        this.places = places;
        this.queue = queue;
        this.choice = choice;
        this.rush = rush;
        this.conversations = conversations;
        this.admissions = admissions;
        this.presences = presences;
        this.clock = clock;
    }

    /** Others may answer now, or more at once. */
    @EventListener
    void on(CampaignChanged changed) {
        drain();
    }

    /** Gives away as much as can be given, beside the caller. */
    void drain() {
        drain.begin();
    }

    private void serve() throws InterruptedException, ExecutionException {
        Set<Refused> refused = ConcurrentHashMap.newKeySet();
        while (round(refused)) {}
    }

    /** Whether nothing of the campaign is given for the moment, as those who waited for its opening are on their way. */
    boolean isHoldingBack(CampaignId campaign) {
        return rush.isOn(choice.campaign(campaign));
    }

    /** Keeps a place for one who need not wait: those who do come first, and leave one free. */
    Optional<Agent> keep(QueueEntry entry) {
        Set<Refused> refused = ConcurrentHashMap.newKeySet();
        var served = false;
        while (true) {
            var online = agents.online();
            var gifts = new Plan(choice, online, refused).of(List.of(List.of(entry)));
            if (gifts.isEmpty()) {
                return Optional.empty();
            }
            if (served) {
                var kept = reserve(gifts.getFirst(), firstTurn(online, 1), refused);
                if (kept.isPresent()) {
                    return kept;
                }
            } else {
                serveHere();
                served = true;
            }
        }
    }

    /** Gives away as much as can be given, before it returns. */
    void serveHere() {
        try {
            serve();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Expected to serve who waits, but it failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to serve who waits, but was stopped", stopped);
        }
    }

    /** Returns whether another round may find more: false when nobody waits or nobody has room. */
    private boolean round(Set<Refused> refused) throws InterruptedException, ExecutionException {
        var heldBack = new HashMap<CampaignId, Boolean>();
        var heads = queue.heads().stream()
                .filter(waiting -> !heldBack.computeIfAbsent(waiting.getFirst().campaign(), this::isHoldingBack))
                .toList();
        var online = heads.isEmpty() ? List.<Agent>of() : agents.online();
        var gifts = new Plan(choice, online, refused).of(heads);
        var turn = firstTurn(online, gifts.size());
        if (gifts.size() == 1) {
            give(gifts.getFirst(), turn, refused);
        } else {
            giveAll(gifts, turn, refused);
        }
        return !gifts.isEmpty();
    }

    private long firstTurn(List<Agent> online, int gifts) {
        return places.nextTurns(online.stream().mapToLong(Agent::turn).max().orElse(0), gifts);
    }

    /** At once, as each waits for the store more than for anything else. */
    private void giveAll(List<Gift> gifts, long firstTurn, Set<Refused> refused)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var given = threads.invokeAll(IntStream.range(0, gifts.size())
                    .mapToObj(index -> (Callable<Void>) () -> {
                        give(gifts.get(index), firstTurn + index, refused);
                        return null;
                    })
                    .toList());
            for (var one : given) {
                one.get();
            }
        }
    }

    private void give(Gift gift, long turn, Set<Refused> refused) {
        var entry = gift.entry();
        var reserved = reserve(gift, turn, refused);
        if (reserved.isEmpty()) {
            dropIfStale(entry);
        } else if (!hand(entry, reserved.get())) {
            refused.add(new Refused(entry.conversation(), gift.agent().id()));
            dropIfStale(entry);
        }
    }

    private Optional<Agent> reserve(Gift gift, long turn, Set<Refused> refused) {
        var reserved =
                places.reserve(gift, turn, until(gift.campaign().thresholds().offer()));
        if (reserved.isEmpty() && !isOvertaken(gift)) {
            refused.add(new Refused(gift.entry().conversation(), gift.agent().id()));
        }
        return reserved;
    }

    /** The agent had another turn meanwhile, so that it may be somebody else's now. */
    private boolean isOvertaken(Gift gift) {
        return gift.turns() != Plan.Turns.ANY
                && agents.find(gift.agent().id())
                        .filter(now -> !now.turn().equals(gift.agent().turn()))
                        .isPresent();
    }

    /** Gives the conversation into the place that is reserved for it; where it does not wait any more, that is given back. */
    boolean hand(QueueEntry entry, Agent agent) {
        var id = entry.conversation();
        var given = conversations.deal(id, entry.queuedAt(), new UserId(agent.id()), agent.name());
        if (given.isPresent() || isHeldBy(agent.id(), id)) {
            queue.remove(entry);
            admissions.leave(id);
            presences.announce(agent);
            return true;
        }
        agent.place(id).flatMap(place -> places.free(agent.id(), place)).ifPresent(presences::announce);
        return false;
    }

    private @Nullable Instant until(int seconds) {
        return seconds == 0 ? null : clock.instant().plusSeconds(seconds);
    }

    /** An entry whose conversation does not wait any more must not block those behind it. */
    private void dropIfStale(QueueEntry entry) {
        var id = entry.conversation();
        var conversation = find(id);
        if (conversation.filter(entry::isOfThisWaitOf).isEmpty()) {
            queue.remove(entry);
        } else if (conversation.get().elsewhere() != null) {
            queue.park(id);
            // It may have come back before it was parked.
            find(id).filter(now -> now.elsewhere() == null && entry.isOfThisWaitOf(now))
                    .ifPresent(back -> queue.add(entry));
        }
    }

    private Optional<Conversation> find(ConversationId id) {
        try {
            return Optional.of(conversations.get(id));
        } catch (ConversationNotFound gone) {
            return Optional.empty();
        }
    }

    private boolean isHeldBy(String agent, ConversationId id) {
        return find(id).filter(conversation -> isHeldBy(agent, conversation)).isPresent();
    }

    static boolean isHeldBy(String agent, Conversation conversation) {
        var assignee = conversation.assignee();
        return conversation.state() == ConversationState.ASSIGNED
                && assignee != null
                && assignee.id().equals(agent);
    }
}
