package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Agent.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Who is there and who has room; a place is taken and given back by one update of one document, which counts it for the
 * agent and for the campaign at once.
 */
@Repository
class Agents {
    static final String COLLECTION = "agents";

    /** So many of an agent are remembered. */
    private static final int MISSED_KEPT = 20;

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;
    private final RoutingProperties properties;
    private final Clock clock;
    private final AtomicLong turns = new AtomicLong();

    Agents(MongoTemplate mongo, RoutingProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    /** The user's record; someone who was never here is offline. */
    Agent get(UserId id, String name) {
        return find(id.value()).orElseGet(() -> newcomer(id, name));
    }

    Optional<Agent> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Agent.class, COLLECTION));
    }

    List<Agent> all() {
        return mongo.findAll(Agent.class, COLLECTION);
    }

    Agent newcomer(UserId id, String name) {
        return new Agent(
                id.value(),
                name,
                Availability.OFFLINE,
                clock.instant(),
                properties.capacity(),
                properties.capacity(),
                List.of(),
                Map.of(),
                0L,
                Map.of(),
                List.of(),
                null);
    }

    private void register(UserId id, String name) {
        var known = find(id.value());
        if (known.isPresent()) {
            adaptCapacity(known.get());
        } else {
            try {
                mongo.insert(newcomer(id, name), COLLECTION);
            } catch (DuplicateKeyException raced) {
                // Another request of the same user has just done it.
            }
        }
    }

    /** @param watched whether the agent's browser is to be heard of from now on */
    Agent become(UserId id, String name, Availability presence, boolean watched) {
        register(id, name);
        var seen = new Update().set("name", name);
        if (watched) {
            seen.set("seenAt", clock.instant());
        } else {
            seen.unset("seenAt");
        }
        change(where("_id").is(id.value()), seen);
        var update = new Update().set("presence", presence).set("since", clock.instant());
        return change(where("_id").is(id.value()).and("presence").ne(presence), update)
                .orElseGet(() -> get(id, name));
    }

    /** The setting may have changed since the agent was last here. */
    private void adaptCapacity(Agent agent) {
        var change = properties.capacity() - agent.capacity();
        if (change != 0) {
            change(
                    where("_id").is(agent.id()).and("capacity").is(agent.capacity()),
                    new Update().inc("capacity", change).inc("free", change));
        }
    }

    /** Who can be given a conversation, as far as this says; what is taken is decided by {@link #reserve}. */
    List<Agent> withRoom() {
        var room = query(where("presence").is(Availability.ONLINE).and("free").gt(0));
        room.fields().exclude("places");
        return mongo.find(room, Agent.class, COLLECTION);
    }

    /** Those of them who are given conversations at present, with room or without. */
    Set<String> present(Collection<String> ids) {
        record Only(@Id String id) {}
        var present = query(where("_id").in(ids).and("presence").is(Availability.ONLINE));
        present.fields().include("_id");
        return mongo.find(present, Only.class, COLLECTION).stream()
                .map(Only::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes a place with this agent if there is one.
     *
     * @param most how many of this campaign's conversations the agent has at once; 0 for any number
     */
    Optional<Agent> reserve(String agent, QueueEntry entry, int most, @Nullable Instant offeredUntil) {
        var key = Agent.key(entry.campaign());
        var room = where("_id")
                .is(agent)
                .and("presence")
                .is(Availability.ONLINE)
                .and("free")
                .gt(0)
                .and("places.conversation")
                .ne(entry.conversation());
        if (most > 0) {
            room = room.and("taken." + key).not().gte(most);
        }
        var turn = nextTurn();
        var place = Place.dealt(entry, clock.instant(), offeredUntil);
        return change(room, taken(place, key, turn).set("turns." + key, turn));
    }

    /** Takes a place with this agent, with room or without; false when the agent has the conversation already. */
    boolean claim(UserId agent, String name, ConversationId conversation, @Nullable CampaignId campaign) {
        register(agent, name);
        var place = Place.chosen(conversation, campaign, clock.instant());
        return change(
                        where("_id")
                                .is(agent.value())
                                .and("places.conversation")
                                .ne(conversation),
                        taken(place, campaign == null ? null : Agent.key(campaign), nextTurn()))
                .isPresent();
    }

    private static Update taken(Place place, @Nullable String campaign, long turn) {
        var update = new Update().inc("free", -1).set("turn", turn).push("places", place);
        return campaign == null ? update : update.inc("taken." + campaign, 1);
    }

    /** Gives the place back; empty when the agent does not have the conversation any more. */
    Optional<Agent> release(String agent, ConversationId conversation) {
        return find(agent)
                .flatMap(found -> found.place(conversation))
                .flatMap(place -> change(holding(agent, place), freed(place)));
    }

    /** Gives the place back, and remembers that the agent did not open the conversation. */
    Optional<Agent> missed(String agent, Place place) {
        var update = freed(place);
        update.push("missed").slice(-MISSED_KEPT).each(new Agent.Missed(place.conversation(), clock.instant()));
        return change(holding(agent, place), update);
    }

    private static Criteria holding(String agent, Place place) {
        return where("_id")
                .is(agent)
                .and("places")
                .elemMatch(where("conversation")
                        .is(place.conversation())
                        .and("since")
                        .is(place.since()));
    }

    private static Update freed(Place place) {
        var update = new Update()
                .inc("free", 1)
                .pull("places", query(where("conversation").is(place.conversation())));
        return place.campaign() == null ? update : update.inc("taken." + Agent.key(place.campaign()), -1);
    }

    List<Agent> busy() {
        return mongo.find(query(where("places.0").exists(true)), Agent.class, COLLECTION);
    }

    /** Their browsers were heard of; whoever came by a program stays unwatched. */
    void seen(Collection<String> ids, Instant now) {
        mongo.updateMulti(
                query(where("_id").in(ids).and("seenAt").ne(null)), new Update().max("seenAt", now), COLLECTION);
    }

    List<Agent> notSeenSince(Instant instant) {
        return mongo.find(query(notSeen(instant)), Agent.class, COLLECTION);
    }

    private static Criteria notSeen(Instant since) {
        return where("presence").ne(Availability.OFFLINE).and("seenAt").lt(since);
    }

    /** Sees the agent off; empty when their browser was heard of meanwhile. */
    Optional<Agent> vanish(String id, Instant notSeenSince) {
        return change(
                notSeen(notSeenSince).and("_id").is(id),
                new Update().set("presence", Availability.OFFLINE).set("since", clock.instant()));
    }

    /** Sees the agent off, whoever says so. */
    Optional<Agent> dismiss(String id) {
        return change(
                where("_id").is(id).and("presence").ne(Availability.OFFLINE),
                new Update().set("presence", Availability.OFFLINE).set("since", clock.instant()));
    }

    /** Those with something that was not opened by now, or that is being taken back. */
    List<Agent> overdue(Instant now) {
        var overdue = new Criteria()
                .orOperator(
                        where("openedAt").is(null).and("offeredUntil").lt(now),
                        where("returning").is(true));
        return mongo.find(query(where("places").elemMatch(overdue)), Agent.class, COLLECTION);
    }

    /** Changes the place of this conversation, which the update calls {@code places.$[place]}. */
    Optional<Agent> changePlace(Criteria condition, ConversationId conversation, Update update) {
        return change(condition, update.filterArray(where("place.conversation").is(conversation.value())));
    }

    /** Turns follow each other on a node, and nearly so on several. */
    private long nextTurn() {
        var now = clock.millis() * 1000;
        return turns.updateAndGet(last -> Math.max(last + 1, now));
    }

    Optional<Agent> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, Agent.class, COLLECTION));
    }
}
