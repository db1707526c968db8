package dev.pupitre.routing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares places and queue with the conversations themselves, which are right: a crash between two updates leaves a
 * place taken by nobody, a waiting conversation in no queue, or one in somebody's hands that is not counted.
 */
@Component
class Reconciliation {
    private static final Set<ConversationState> HELD =
            EnumSet.of(ConversationState.ASSIGNED, ConversationState.CLOSING);
    private static final Set<ConversationState> MAY_WAIT = EnumSet.of(ConversationState.NEW, ConversationState.WAITING);

    private final Places places;
    private final WaitingQueue queue;
    private final Admissions admissions;
    private final Routing routing;
    private final Conversations conversations;
    private final RoutingProperties properties;
    private final Clock clock;
    private boolean indexed;

    Reconciliation(
            Places places,
            WaitingQueue queue,
            Admissions admissions,
            Routing routing,
            Conversations conversations,
            RoutingProperties properties,
            Clock clock) {
        this.places = places;
        this.queue = queue;
        this.admissions = admissions;
        this.routing = routing;
        this.conversations = conversations;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void reconcile() {
        if (!indexed) {
            routing.declareIndexes();
            indexed = true;
        }
        freePlaces(settledBefore());
        routing.drain();
    }

    /** Looks through all that is open: not as often. */
    @Scheduled(fixedDelayString = "${pupitre.routing.recheck-interval:1m}")
    void recheck() {
        queueForgotten(settledBefore());
        countForgotten(settledBefore());
        queue.tidy();
        admissions.all().stream().filter(id -> !is(id, MAY_WAIT)).forEach(admissions::leave);
        routing.drain();
    }

    private Instant settledBefore() {
        return clock.instant().minus(properties.reconcileAfter());
    }

    private void freePlaces(Instant settledBefore) {
        for (var agent : places.taken()) {
            agent.places().stream()
                    .filter(place -> place.since().isBefore(settledBefore))
                    .filter(place -> !isHeld(agent.id(), place.conversation()))
                    .forEach(place -> routing.free(agent.id(), place));
        }
    }

    private boolean isHeld(String agent, ConversationId id) {
        return find(id).filter(conversation -> HELD.contains(conversation.state()))
                .map(Conversation::assignee)
                .filter(assignee -> assignee.id().equals(agent))
                .isPresent();
    }

    /** Whoever has a conversation but no place for it would be given more than they have room for. */
    private void countForgotten(Instant settledBefore) {
        var held = conversations.heldSince(settledBefore);
        var counted = places.taken().stream()
                .collect(toMap(
                        Agent::id,
                        agent -> agent.places().stream()
                                .map(Agent.Place::conversation)
                                .collect(toSet())));
        held.forEach((id, agent) -> {
            if (!counted.getOrDefault(agent.value(), Set.of()).contains(id)) {
                find(id).ifPresent(this::count);
            }
        });
    }

    private void count(Conversation conversation) {
        var holder = conversation.assignee();
        if (holder == null || !isHeld(holder.id(), conversation.id())) {
            return;
        }
        var since = Objects.requireNonNullElse(conversation.assignedAt(), conversation.openedAt());
        places.restore(new UserId(holder.id()), holder.name(), conversation.id(), conversation.campaign(), since)
                .filter(place -> !isHeld(holder.id(), conversation.id()))
                .ifPresent(place -> routing.free(holder.id(), place));
    }

    private boolean is(ConversationId id, Set<ConversationState> states) {
        return find(id).map(Conversation::state).filter(states::contains).isPresent();
    }

    private Optional<Conversation> find(ConversationId id) {
        try {
            return Optional.of(conversations.get(id));
        } catch (ConversationNotFound gone) {
            return Optional.empty();
        }
    }

    private void queueForgotten(Instant settledBefore) {
        var queued = new HashSet<>(queue.all());
        for (var waiting : conversations.waitingSince(settledBefore)) {
            if (!queued.contains(waiting)) {
                find(waiting).ifPresent(routing::enqueueAgain);
            }
        }
    }
}
