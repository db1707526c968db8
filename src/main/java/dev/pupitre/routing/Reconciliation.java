package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares places and queue with the conversations themselves, which are right: a crash between two updates leaves a
 * place taken by nobody or a waiting conversation in no queue.
 */
@Component
class Reconciliation {
    private static final Set<ConversationState> HELD =
            EnumSet.of(ConversationState.ASSIGNED, ConversationState.CLOSING);
    private static final Set<ConversationState> MAY_WAIT = EnumSet.of(ConversationState.NEW, ConversationState.WAITING);

    private final Agents agents;
    private final WaitingQueue queue;
    private final Admissions admissions;
    private final Routing routing;
    private final Conversations conversations;
    private final RoutingProperties properties;
    private final Clock clock;
    private boolean indexed;

    Reconciliation(
            Agents agents,
            WaitingQueue queue,
            Admissions admissions,
            Routing routing,
            Conversations conversations,
            RoutingProperties properties,
            Clock clock) {
        this.agents = agents;
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
        queue.tidy();
        admissions.all().stream().filter(id -> !is(id, MAY_WAIT)).forEach(admissions::leave);
        routing.drain();
    }

    private Instant settledBefore() {
        return clock.instant().minus(properties.reconcileAfter());
    }

    private void freePlaces(Instant settledBefore) {
        for (var agent : agents.busy()) {
            agent.places().stream()
                    .filter(place -> place.since().isBefore(settledBefore))
                    .filter(place -> !isHeld(agent, place))
                    .forEach(place -> routing.release(agent.id(), place.conversation()));
        }
    }

    private boolean isHeld(Agent agent, Agent.Place place) {
        return find(place.conversation())
                .filter(conversation -> HELD.contains(conversation.state()))
                .map(Conversation::assignee)
                .filter(assignee -> assignee.id().equals(agent.id()))
                .isPresent();
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
