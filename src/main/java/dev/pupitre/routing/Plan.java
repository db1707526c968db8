package dev.pupitre.routing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.kernel.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Who is to be given what next: the first in the queue first, but none holds up others that wait for other agents. */
final class Plan {
    /** What is carried out at once; the next plan knows more. */
    static final int MOST = 32;

    /**
     * A conversation for an agent.
     *
     * @param campaign the conversation's
     * @param turns of which turns nothing may have changed since the agent was chosen by them
     */
    record Gift(QueueEntry entry, Agent agent, Campaign campaign, Turns turns) {
        /** How many of the campaign's the agent has at once; 0 for any number. */
        int most() {
            return Choice.most(campaign, agent.id());
        }
    }

    /** By whose turns somebody is chosen. */
    enum Turns {
        ANY,
        OF_THE_AGENT,
        IN_THE_CAMPAIGN;

        static Turns of(Strategy strategy) {
            return switch (strategy) {
                case ROUND_ROBIN -> IN_THE_CAMPAIGN;
                case LONGEST_IDLE -> OF_THE_AGENT;
                case LEAST_BUSY, LINEAR, EXPERTISE, STICKY, ALL_AT_ONCE -> ANY;
            };
        }
    }

    /** A conversation that an agent turned out not to have room for. */
    record Refused(ConversationId conversation, String agent) {}

    private final Choice choice;
    private final List<Seat> seats;
    private final Set<String> present;
    private final Set<Refused> refused;
    private final List<Gift> gifts = new ArrayList<>();

    /** A pool's entries that were not looked at yet. */
    private static final class Rest {
        private final Iterator<QueueEntry> later;
        private QueueEntry next;

        Rest(List<QueueEntry> entries) {
            this.later = entries.iterator();
            this.next = later.next();
        }

        boolean advance() {
            if (later.hasNext()) {
                next = later.next();
                return true;
            }
            return false;
        }
    }

    /** @param online all who are there */
    Plan(Choice choice, List<Agent> online, Set<Refused> refused) {
        this.choice = choice;
        this.seats =
                online.stream().filter(agent -> agent.free() > 0).map(Seat::new).toList();
        this.present = online.stream().map(Agent::id).collect(toUnmodifiableSet());
        this.refused = refused;
    }

    List<Gift> of(List<List<QueueEntry>> pools) {
        var open = new PriorityQueue<Rest>(Comparator.comparing(rest -> rest.next, QueueEntry.AS_SERVED));
        pools.forEach(entries -> open.add(new Rest(entries)));
        while (!open.isEmpty() && gifts.size() < MOST) {
            var rest = open.remove();
            var able = choice.able(rest.next.whoFor(), seats, present);
            if (!able.isEmpty() && give(rest.next, able) && rest.advance()) {
                open.add(rest);
            }
        }
        return List.copyOf(gifts);
    }

    /** Returns whether it can be gone on with the next: whose turn comes round again is known when this one is over. */
    private boolean give(QueueEntry entry, List<Seat> able) {
        var willing = able.stream()
                .filter(seat -> !refused.contains(
                        new Refused(entry.conversation(), seat.agent().id())))
                .toList();
        var campaign = choice.campaign(entry.campaign());
        var turns = Turns.of(campaign.strategy());
        var chosen = choice.choose(entry, willing);
        if (turns != Turns.ANY && chosen.filter(Seat::isPlannedFor).isPresent()) {
            return false;
        }
        chosen.ifPresent(seat -> {
            seat.take(entry.campaign(), gifts.size());
            gifts.add(new Gift(entry, seat.agent(), campaign, turns));
        });
        return true;
    }
}
