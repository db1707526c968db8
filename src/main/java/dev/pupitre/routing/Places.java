package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Agent.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The agents' places for conversations; each is taken and given back by one update of one document, which counts it for
 * the agent and for the campaign at once.
 */
@Repository
class Places {
    /** So many of an agent are remembered. */
    private static final int MISSED_KEPT = 20;

    private final MongoTemplate mongo;
    private final Agents agents;
    private final Clock clock;
    private final AtomicLong turns = new AtomicLong();

    Places(MongoTemplate mongo, Agents agents, Clock clock) {
        this.mongo = mongo;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Takes a place for what the plan gives, if there is one.
     *
     * @param turn the number of this turn
     * @param offeredUntil until then the agent is to open it; none for as long as it takes
     */
    Optional<Agent> reserve(Plan.Gift gift, long turn, @Nullable Instant offeredUntil) {
        var entry = gift.entry();
        var key = Agent.key(entry.campaign());
        var room = where("_id")
                .is(gift.agent().id())
                .and("presence")
                .is(Availability.ONLINE)
                .and("free")
                .gt(0)
                .and("places.conversation")
                .ne(entry.conversation());
        if (gift.most() > 0) {
            room = room.and("taken." + key).not().gte(gift.most());
        }
        room = switch (gift.turns()) {
            case ANY -> room;
            case OF_THE_AGENT -> room.and("turn").in(turnsLike(gift.agent().turn()));
            case IN_THE_CAMPAIGN ->
                room.and("turns." + key).is(gift.agent().turns().get(key));
        };
        var place = Place.dealt(entry, clock.instant(), offeredUntil);
        return agents.change(room, taken(place, key).set("turn", turn).set("turns." + key, turn));
    }

    /** One who was stored before turns were counted has none. */
    private static List<@Nullable Long> turnsLike(long turn) {
        return turn == 0 ? Arrays.asList(0L, null) : List.of(turn);
    }

    /**
     * Takes a place with this agent, with room or without. A place that the agent has for this conversation already
     * becomes a new one, so that whoever has only seen the old one does not give it back.
     */
    Place take(UserId agent, String name, ConversationId conversation, @Nullable CampaignId campaign) {
        agents.register(agent, name);
        var place = Place.chosen(conversation, campaign, clock.instant());
        while (true) {
            var holder = add(without(agent, conversation), place).or(() -> renew(agent, place));
            if (holder.isPresent()) {
                return holder.get().place(conversation).orElse(place);
            }
        }
    }

    /**
     * Takes a place likewise, but only where the agent has room for it, or has the place already.
     *
     * @param most of this campaign's that the agent has at once; 0 for any number
     */
    Optional<Place> takeWithRoom(
            UserId agent, String name, ConversationId conversation, CampaignId campaign, int most) {
        agents.register(agent, name);
        var place = Place.chosen(conversation, campaign, clock.instant());
        var room = without(agent, conversation).and("free").gt(0);
        if (most > 0) {
            room = room.and("taken." + Agent.key(campaign)).not().gte(most);
        }
        return add(room, place).or(() -> renew(agent, place)).flatMap(holder -> holder.place(conversation));
    }

    /** Counts what the agent has but holds no place for, with room or without; empty when they hold one. */
    Optional<Place> restore(
            UserId agent, String name, ConversationId conversation, @Nullable CampaignId campaign, Instant since) {
        agents.register(agent, name);
        return add(without(agent, conversation), Place.chosen(conversation, campaign, since))
                .flatMap(holder -> holder.place(conversation));
    }

    private static Criteria without(UserId agent, ConversationId conversation) {
        return where("_id").is(agent.value()).and("places.conversation").ne(conversation);
    }

    private Optional<Agent> add(Criteria condition, Place place) {
        var key = place.campaign() == null ? null : Agent.key(place.campaign());
        return agents.change(condition, taken(place, key).set("turn", nextTurns(0, 1)));
    }

    private Optional<Agent> renew(UserId agent, Place place) {
        var update = new Update()
                .set("places.$[place].ref", place.ref())
                .set("places.$[place].since", place.since())
                .set("places.$[place].chosen", true)
                .set("places.$[place].openedAt", place.openedAt())
                .set("places.$[place].returning", false)
                .unset("places.$[place].offeredUntil")
                .unset("places.$[place].unattendedSince");
        var held = where("_id").is(agent.value()).and("places.conversation").is(place.conversation());
        return change(held, place.conversation(), update);
    }

    private static Update taken(Place place, @Nullable String campaign) {
        var update = new Update().inc("free", -1).push("places", place);
        return campaign == null ? update : update.inc("taken." + campaign, 1);
    }

    /** The agent's place for this conversation. */
    Optional<Place> find(String agent, ConversationId conversation) {
        return agents.find(agent).flatMap(found -> found.place(conversation));
    }

    /** Gives this very place back; empty when that was done, or the place was made a new one since. */
    Optional<Agent> free(String agent, Place place) {
        return agents.change(holding(agent, place), freed(place));
    }

    /** Gives the place back, and remembers that the agent did not open the conversation. */
    Optional<Agent> missed(String agent, Place place) {
        var update = freed(place);
        update.push("missed").slice(-MISSED_KEPT).each(new Agent.Missed(place.conversation(), clock.instant()));
        return agents.change(holding(agent, place), update);
    }

    static Criteria holding(String agent, Place place) {
        return where("_id")
                .is(agent)
                .and("places")
                .elemMatch(where("conversation")
                        .is(place.conversation())
                        .and("ref")
                        .is(place.ref()));
    }

    private static Update freed(Place place) {
        var update = new Update()
                .inc("free", 1)
                .pull("places", query(where("conversation").is(place.conversation())));
        return place.campaign() == null ? update : update.inc("taken." + Agent.key(place.campaign()), -1);
    }

    /** Those who have anything. */
    List<Agent> taken() {
        return mongo.find(query(where("places.0").exists(true)), Agent.class, Agents.COLLECTION);
    }

    /** All that anybody has a place for. */
    List<ConversationId> conversations() {
        return taken().stream()
                .flatMap(agent -> agent.places().stream())
                .map(Place::conversation)
                .toList();
    }

    /** Those with something that was not opened by now, or that is being taken back. */
    List<Agent> overdue(Instant now) {
        var overdue = new Criteria()
                .orOperator(
                        where("openedAt").is(null).and("offeredUntil").lt(now),
                        where("returning").is(true));
        return mongo.find(query(where("places").elemMatch(overdue)), Agent.class, Agents.COLLECTION);
    }

    /** Changes the place of this conversation, which the update calls {@code places.$[place]}. */
    Optional<Agent> change(Criteria condition, ConversationId conversation, Update update) {
        return agents.change(
                condition, update.filterArray(where("place.conversation").is(conversation.value())));
    }

    /**
     * The first of so many numbers in a row for turns, which are higher than all before.
     *
     * @param seen the highest turn of any agent who is there: other nodes' clocks may be ahead of this one's
     */
    long nextTurns(long seen, int count) {
        var now = clock.millis() * 1000;
        return turns.updateAndGet(last -> Math.max(Math.max(last, seen) + count, now)) - count + 1;
    }
}
