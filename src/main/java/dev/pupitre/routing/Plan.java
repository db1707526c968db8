package dev.pupitre.routing;

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

    /** A conversation for an agent, and how many of its campaign's the agent has at once. */
    record Gift(QueueEntry entry, Agent agent) {}

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

    Plan(Choice choice, List<Agent> withRoom, Set<String> present, Set<Refused> refused) {
        this.choice = choice;
        this.seats = withRoom.stream().map(Seat::new).toList();
        this.present = present;
        this.refused = refused;
    }

    List<Gift> of(List<List<QueueEntry>> pools) {
        var open = new PriorityQueue<Rest>(Comparator.comparing(rest -> rest.next, QueueEntry.AS_SERVED));
        pools.forEach(entries -> open.add(new Rest(entries)));
        while (!open.isEmpty() && gifts.size() < MOST) {
            var rest = open.remove();
            var able = choice.able(rest.next.whoFor(), seats, present);
            if (!able.isEmpty()) {
                give(rest.next, able);
                if (rest.advance()) {
                    open.add(rest);
                }
            }
        }
        return List.copyOf(gifts);
    }

    private void give(QueueEntry entry, List<Seat> able) {
        var willing = able.stream()
                .filter(seat -> !refused.contains(
                        new Refused(entry.conversation(), seat.agent().id())))
                .toList();
        choice.choose(entry, willing).ifPresent(seat -> {
            seat.take(entry.campaign(), gifts.size());
            gifts.add(new Gift(entry, seat.agent()));
        });
    }
}
