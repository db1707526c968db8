package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.routing.Agent.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who is there and who has room; a place is taken and given back by one update of one document. */
@Repository
class Agents {
    private static final String COLLECTION = "agents";
    private static final Sort LEAST_BUSY_FIRST = Sort.by(Sort.Order.desc("free"), Sort.Order.asc("lastGivenAt"));
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

    /** The caller's record; someone who was never here is offline. */
    Agent get(Caller caller) {
        return find(caller.getName()).orElseGet(() -> newcomer(caller));
    }

    private Optional<Agent> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Agent.class, COLLECTION));
    }

    private Agent newcomer(Caller caller) {
        return new Agent(
                caller.getName(),
                caller.displayName(),
                Availability.OFFLINE,
                clock.instant(),
                properties.capacity(),
                properties.capacity(),
                Instant.EPOCH,
                List.of());
    }

    private void register(Caller caller) {
        var known = find(caller.getName());
        if (known.isPresent()) {
            adaptCapacity(known.get());
        } else {
            try {
                mongo.insert(newcomer(caller), COLLECTION);
            } catch (DuplicateKeyException raced) {
                // Another request of the same user has just done it.
            }
        }
    }

    Agent become(Caller caller, Availability presence) {
        register(caller);
        var update = new Update()
                .set("presence", presence)
                .set("since", clock.instant())
                .set("name", caller.displayName());
        return change(where("_id").is(caller.getName()).and("presence").ne(presence), update)
                .orElseGet(() -> get(caller));
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

    /** Whether anyone can be given a conversation: asked first, as the queue is longest when nobody can. */
    boolean haveRoom() {
        return mongo.exists(
                query(where("presence").is(Availability.ONLINE).and("free").gt(0)), Agent.class, COLLECTION);
    }

    /** Takes a place with the least busy agent who is online and has room; of equals, the one who waited longest. */
    Optional<Agent> reserve(ConversationId conversation) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where("presence")
                                .is(Availability.ONLINE)
                                .and("free")
                                .gt(0)
                                .and("places.conversation")
                                .ne(conversation))
                        .with(LEAST_BUSY_FIRST),
                taken(conversation, now),
                CHANGED,
                Agent.class,
                COLLECTION));
    }

    /** Takes a place with this agent, with room or without; false when the agent has the conversation already. */
    boolean claim(Caller caller, ConversationId conversation) {
        register(caller);
        return change(
                        where("_id")
                                .is(caller.getName())
                                .and("places.conversation")
                                .ne(conversation),
                        taken(conversation, clock.instant()))
                .isPresent();
    }

    /** Gives the place back; empty when the agent does not have the conversation any more. */
    Optional<Agent> release(String agent, ConversationId conversation) {
        return change(
                where("_id").is(agent).and("places.conversation").is(conversation),
                new Update()
                        .inc("free", 1)
                        .pull("places", query(where("conversation").is(conversation))));
    }

    List<Agent> busy() {
        return mongo.find(query(where("places.0").exists(true)), Agent.class, COLLECTION);
    }

    private static Update taken(ConversationId conversation, Instant now) {
        return new Update().inc("free", -1).set("lastGivenAt", now).push("places", new Place(conversation, now));
    }

    private Optional<Agent> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(query(condition), update, CHANGED, Agent.class, COLLECTION));
    }
}
