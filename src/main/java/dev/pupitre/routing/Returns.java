package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.HandingOn;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Agent.Place;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Takes conversations back from agents who do not open them, or are not there any more.
 *
 * <p>The place is marked first, by the update that finds it still unopened; the conversation is handed on second and the
 * place given back third. Whoever finds a marked place goes on from there, however often.
 */
@Component
class Returns {
    private final Places places;
    private final Dealer dealer;
    private final Conversations conversations;
    private final Presences presences;
    private final RoutingProperties properties;
    private final Clock clock;

    Returns(
            Places places,
            Dealer dealer,
            Conversations conversations,
            Presences presences,
            RoutingProperties properties,
            Clock clock) {
        this.places = places;
        this.dealer = dealer;
        this.conversations = conversations;
        this.presences = presences;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes that the agent looks at the conversation; false when it was taken back before. */
    boolean open(UserId agent, ConversationId conversation) {
        var held = where("_id")
                .is(agent.value())
                .and("places")
                .elemMatch(
                        where("conversation").is(conversation).and("returning").ne(true));
        return places.change(held, conversation, new Update().min("places.$[place].openedAt", clock.instant()))
                .isPresent();
    }

    /** Takes back what was not opened in time, and finishes what was begun. */
    void sweep() {
        var now = clock.instant();
        for (var agent : places.overdue(now)) {
            for (var place : agent.places()) {
                if (place.returning()) {
                    finish(agent, place);
                } else if (place.isOverdue(now)) {
                    lapse(agent, place);
                }
            }
        }
    }

    private void lapse(Agent agent, Place place) {
        if (isAnswered(place.conversation())) {
            open(new UserId(agent.id()), place.conversation());
            return;
        }
        var unopened = where("_id")
                .is(agent.id())
                .and("places")
                .elemMatch(where("conversation")
                        .is(place.conversation())
                        .and("openedAt")
                        .is(null)
                        .and("ref")
                        .is(place.ref()));
        mark(agent, place, unopened);
    }

    /** The agent is not there any more: gives back what was not answered, and marks the rest. */
    void leave(Agent agent) {
        agent.places().forEach(place -> leave(agent, place));
    }

    void leave(Agent agent, Place place) {
        var held = Places.holding(agent.id(), place);
        if (agent.presence() == Availability.OFFLINE) {
            // Who has come back meanwhile keeps it.
            held = held.and("presence").is(Availability.OFFLINE);
        }
        if (place.unattendedSince() == null && isAnswered(place.conversation())) {
            places.change(
                    held, place.conversation(), new Update().min("places.$[place].unattendedSince", clock.instant()));
        } else if (place.unattendedSince() == null) {
            mark(agent, place, held);
        }
    }

    /** The agent is there again. */
    void comeBack(Agent agent) {
        agent.places().stream()
                .filter(place -> place.unattendedSince() != null)
                .forEach(place -> places.change(
                        where("_id").is(agent.id()),
                        place.conversation(),
                        new Update().unset("places.$[place].unattendedSince")));
    }

    private void mark(Agent agent, Place place, Criteria still) {
        places.change(still, place.conversation(), new Update().set("places.$[place].returning", true))
                .flatMap(marked -> marked.place(place.conversation()))
                .ifPresent(marked -> finish(agent, marked));
    }

    private void finish(Agent agent, Place place) {
        var id = new UserId(agent.id());
        if (isBeingGiven(place)) {
            return;
        }
        var why = place.isOverdue(clock.instant()) ? HandingOn.Why.NOT_OPENED : HandingOn.Why.LEFT;
        var handedOn = conversations.giveBack(place.conversation(), id, targetOf(place), why);
        var changed = handedOn.isPresent() && place.isOverdue(clock.instant())
                ? places.missed(agent.id(), place)
                : places.free(agent.id(), place);
        changed.ifPresent(presences::announce);
        dealer.drain();
    }

    /** The place is reserved, and the conversation on its way into it; the next sweep finds it there. */
    private boolean isBeingGiven(Place place) {
        return find(place.conversation())
                .filter(conversation -> conversation.state() == ConversationState.WAITING)
                .filter(waiting -> place.since().isAfter(clock.instant().minus(properties.reconcileAfter())))
                .isPresent();
    }

    private static Target targetOf(Place place) {
        var kind = place.team() == null ? Target.Kind.QUEUE : Target.Kind.TEAM;
        return new Target(kind, place.team(), place.expertise(), null);
    }

    private boolean isAnswered(ConversationId id) {
        try {
            return conversations.isAnswered(id);
        } catch (ConversationNotFound gone) {
            return false;
        }
    }

    private Optional<Conversation> find(ConversationId id) {
        try {
            return Optional.of(conversations.get(id));
        } catch (ConversationNotFound gone) {
            return Optional.empty();
        }
    }
}
