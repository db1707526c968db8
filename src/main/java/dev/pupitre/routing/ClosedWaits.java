package dev.pupitre.routing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.ClosedDesk;
import dev.pupitre.conversation.OpeningHours;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds those who wait for an agent when their campaign's desk has closed: as the queue outlived the hours, the AI agent
 * handed them off later, or an agent handed them back. As long as somebody is there who has room for them, they are left
 * to those.
 *
 * <p>As in {@link LongWaits}, no process is asked: hours are a decision of the model once, before anybody is looked for.
 */
@Component
class ClosedWaits {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedWaits.class);

    /** Who was told, and waits for the opening. */
    private static final String MARK = "sentAway";

    private final Agents agents;
    private final Choice choice;
    private final WaitingQueue queue;
    private final OpeningHours hours;
    private final ClosedDesk desk;
    private final RoutingProperties properties;
    private final Clock clock;

    ClosedWaits(
            Agents agents,
            Choice choice,
            WaitingQueue queue,
            OpeningHours hours,
            ClosedDesk desk,
            RoutingProperties properties,
            Clock clock) {
        this.agents = agents;
        this.choice = choice;
        this.queue = queue;
        this.hours = hours;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void look() {
        var closed = queue.heads().stream()
                .map(waiting -> waiting.getFirst().whoFor())
                .filter(pool -> isClosed(choice.campaign(pool.campaign())))
                .toList();
        if (!closed.isEmpty()) {
            var online = agents.online();
            closed.stream().filter(pool -> !isServed(pool, online)).forEach(this::sendAway);
        }
    }

    private boolean isClosed(Campaign campaign) {
        return !hours.isOpen(campaign, clock.instant());
    }

    private boolean isServed(Pool pool, List<Agent> online) {
        var seats =
                online.stream().filter(agent -> agent.free() > 0).map(Seat::new).toList();
        var present = online.stream().map(Agent::id).collect(toUnmodifiableSet());
        if (online.stream().anyMatch(agent -> pool.isFor(agent.id()))) {
            // Somebody has chosen an agent, who is still at work.
            return true;
        }
        return !choice.serving(pool, seats, present).isEmpty();
    }

    /** Who has just come may be on the way into an agent's last place. What is to be done comes before its mark. */
    private void sendAway(Pool pool) {
        var campaign = choice.campaign(pool.campaign());
        var waitsOn = campaign.afterHours().then() == AfterHours.Then.WAIT;
        var settled = clock.instant().minus(properties.reconcileAfter());
        for (var entry : queue.queuedBefore(pool, settled, waitsOn ? MARK : null)) {
            if (!isClosed(campaign)) {
                return;
            }
            sendAway(entry, campaign, waitsOn);
        }
    }

    /** One that fails is tried at the next look, and holds up none behind it. */
    private void sendAway(QueueEntry entry, Campaign campaign, boolean waitsOn) {
        try {
            if (!desk.sendAway(entry.conversation(), entry.queuedAt(), campaign)) {
                queue.remove(entry);
            } else if (waitsOn) {
                queue.mark(entry, MARK);
            }
        } catch (RuntimeException failure) {
            LOG.warn("The customer of {} was not told that the desk has closed", entry.conversation(), failure);
        }
    }
}
