package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who answers customers: one document an agent, with whether they are there and the {@linkplain Places places} they have. */
@Repository
class Agents {
    static final String COLLECTION = "agents";

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;
    private final RoutingProperties properties;
    private final Clock clock;

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
                true,
                null,
                null,
                null);
    }

    /** Makes sure that there is a record of the user. */
    void register(UserId id, String name) {
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
        return become(id, name, presence, null, watched);
    }

    /** @param pause why, of one who is away; null for nothing said */
    Agent become(UserId id, String name, Availability presence, @Nullable Pause pause, boolean watched) {
        register(id, name);
        var seen = new Update().set("name", name).set("watched", watched).set("seenAt", clock.instant());
        change(where("_id").is(id.value()), seen);
        var update = new Update().set("presence", presence).set("since", clock.instant());
        var paused = pause == null ? update.unset("pause") : update.set("pause", pause);
        var known = get(id, name);
        return known.presence() == presence && Objects.equals(known.pause(), pause)
                ? known
                : change(where("_id").is(id.value()), paused).orElse(known);
    }

    /** The setting may have changed since the agent was last here. */
    private void adaptCapacity(Agent agent) {
        var own = agent.ownCapacity();
        var change = (own == null ? properties.capacity() : own) - agent.capacity();
        if (change != 0) {
            change(
                    where("_id")
                            .is(agent.id())
                            .and("capacity")
                            .is(agent.capacity())
                            .and("ownCapacity")
                            .is(own),
                    new Update().inc("capacity", change).inc("free", change));
        }
    }

    /** How many conversations this agent is given at once from now on; null for what the settings say. */
    Agent limit(UserId id, String name, @Nullable Integer own) {
        register(id, name);
        var update = own == null ? new Update().unset("ownCapacity") : new Update().set("ownCapacity", own);
        change(where("_id").is(id.value()), update);
        register(id, name);
        return get(id, name);
    }

    /** Who is given conversations at present, with room or without, and without telling which they have. */
    List<Agent> online() {
        var online = query(where("presence").is(Availability.ONLINE));
        online.fields().exclude("places");
        return mongo.find(online, Agent.class, COLLECTION);
    }

    /** Their browsers were heard of. */
    void seen(Collection<String> ids, Instant now) {
        mongo.updateMulti(query(where("_id").in(ids)), new Update().max("seenAt", now), COLLECTION);
    }

    /** Those who came in an earlier version, which wrote nothing of it down, are heard of from now on or gone. */
    void beginToWatch(Instant now) {
        var unheard = watched().and("seenAt").is(null);
        mongo.updateMulti(query(unheard), new Update().set("seenAt", now), COLLECTION);
    }

    List<Agent> notSeenSince(Instant instant) {
        return mongo.find(query(notSeen(instant)), Agent.class, COLLECTION);
    }

    private static Criteria notSeen(Instant since) {
        return watched().and("seenAt").lt(since);
    }

    private static Criteria watched() {
        return where("presence").ne(Availability.OFFLINE).and("watched").ne(false);
    }

    /** Sees the agent off; empty when their browser was heard of meanwhile. */
    Optional<Agent> vanish(String id, Instant notSeenSince) {
        return change(notSeen(notSeenSince).and("_id").is(id), gone());
    }

    private Update gone() {
        return new Update()
                .set("presence", Availability.OFFLINE)
                .set("since", clock.instant())
                .unset("pause");
    }

    /** Sees the agent off, whoever says so. */
    Optional<Agent> dismiss(String id) {
        return change(where("_id").is(id).and("presence").ne(Availability.OFFLINE), gone());
    }

    Optional<Agent> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, Agent.class, COLLECTION));
    }
}
