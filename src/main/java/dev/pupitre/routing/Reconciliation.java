package dev.pupitre.routing;

import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
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

    private final Agents agents;
    private final WaitingQueue queue;
    private final Routing routing;
    private final Conversations conversations;
    private final RoutingProperties properties;
    private final Clock clock;
    private boolean indexed;

    Reconciliation(
            Agents agents,
            WaitingQueue queue,
            Routing routing,
            Conversations conversations,
            RoutingProperties properties,
            Clock clock) {
        this.agents = agents;
        this.queue = queue;
        this.routing = routing;
        this.conversations = conversations;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void reconcile() {
        if (!indexed) {
            queue.declareIndexes();
            indexed = true;
        }
        var settledBefore = clock.instant().minus(properties.reconcileAfter());
        freePlaces(settledBefore);
        queueForgotten(settledBefore);
        routing.drain();
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
        try {
            var conversation = conversations.get(place.conversation());
            var assignee = conversation.assignee();
            return HELD.contains(conversation.state())
                    && assignee != null
                    && assignee.id().equals(agent.id());
        } catch (ConversationNotFound gone) {
            return false;
        }
    }

    private void queueForgotten(Instant settledBefore) {
        var queued = new HashSet<>(queue.all());
        conversations.waitingSince(settledBefore).stream()
                .filter(conversation -> !queued.contains(conversation.id()))
                .forEach(queue::add);
    }
}
