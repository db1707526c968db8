package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.OutboxLane.Attempt;
import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The threads with something to send, each worked on by one node at a time. */
@Repository
class OutboxLanes {
    static final String COLLECTION = "outbox";
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    /** A new one each time the application starts: what an earlier run left is another's. */
    private final String node = UUID.randomUUID().toString();

    private final MongoTemplate mongo;
    private final Clock clock;
    private final OutboxProperties properties;

    OutboxLanes(MongoTemplate mongo, Clock clock, OutboxProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("leasedUntil", Sort.Direction.ASC));
        mongo.indexOps(COLLECTION).createIndex(new Index("page", Sort.Direction.ASC));
    }

    /** Adds the item at the end unless it is in there. */
    void add(StoredConversation conversation, Item item) {
        var update = new Update()
                .push("items", item)
                .setOnInsert("page", conversation.page().id())
                .setOnInsert("customer", conversation.customer().id())
                .setOnInsert("attempts", 0);
        while (!contains(conversation.thread(), item)) {
            try {
                mongo.upsert(
                        query(where("_id")
                                .is(conversation.thread())
                                .and("items.message")
                                .ne(item.message())),
                        update,
                        OutboxLane.class,
                        COLLECTION);
                return;
            } catch (DuplicateKeyException raced) {
                // The lane was made by another this moment, with this item or without.
            }
        }
    }

    private boolean contains(String thread, Item item) {
        return find(thread, item.message().value()).isPresent();
    }

    /** Gives back every lease of this node. */
    void release() {
        mongo.updateMulti(
                query(where("leasedBy").is(node)), new Update().unset("leasedUntil"), OutboxLane.class, COLLECTION);
    }

    /** The message with this id, if its outcome is not settled yet. */
    Optional<Item> find(String thread, String message) {
        return Optional.ofNullable(mongo.findById(thread, OutboxLane.class, COLLECTION)).stream()
                .flatMap(lane -> lane.items().stream())
                .filter(item -> item.message().value().equals(message))
                .findFirst();
    }

    /** The message whose call is under way in this thread, or whose outcome nobody knows yet. */
    Optional<Item> attempted(String thread) {
        return Optional.ofNullable(mongo.findById(thread, OutboxLane.class, COLLECTION)).stream()
                .flatMap(lane -> lane.items().stream().filter(lane::isTrying))
                .findFirst();
    }

    /** Takes or renews the lease; empty when there is nothing to send or another node is at it. */
    Optional<OutboxLane> lease(String thread) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id")
                        .is(thread)
                        .orOperator(
                                where("leasedBy").is(node),
                                where("leasedUntil").is(null),
                                where("leasedUntil").lt(now))),
                leased(new Update(), now),
                CHANGED,
                OutboxLane.class,
                COLLECTION));
    }

    /** Keeps the lease for another while, if it is this node's still. */
    void renew(String thread) {
        mongo.updateFirst(
                query(where("_id").is(thread).and("leasedBy").is(node)),
                leased(new Update(), clock.instant()),
                OutboxLane.class,
                COLLECTION);
    }

    boolean isOurs(Attempt attempt) {
        return attempt.by().equals(node);
    }

    /** Records that the call is about to be made; false when the lease was lost. */
    boolean attempting(OutboxLane lane, Item item) {
        var now = clock.instant();
        var attempt = new Attempt(item.message(), node, now, begun(lane, item, now));
        return change(lane, leased(new Update().set("attempt", attempt).unset("notBefore"), now));
    }

    /** Waits for the echo of an attempt from now on. */
    void await(OutboxLane lane, Item item, Instant until) {
        var now = clock.instant();
        var attempt = new Attempt(item.message(), node, now, begun(lane, item, now));
        change(
                lane,
                new Update()
                        .set("attempt", attempt)
                        .set("attempts", lane.attempts() + 1)
                        .set("notBefore", until));
    }

    /** Of several attempts without a known outcome the first tells since when the message may be there. */
    private static Instant begun(OutboxLane lane, Item item, Instant now) {
        var before = lane.attempt();
        return lane.isTrying(item) && before != null ? before.since() : now;
    }

    /** Nothing is tried until then; an earlier attempt stays in doubt. */
    void putOff(OutboxLane lane, int attempts, Instant until) {
        change(lane, new Update().set("attempts", attempts).set("notBefore", until));
    }

    /** The attempt certainly failed. */
    void settled(OutboxLane lane) {
        change(lane, new Update().unset("attempt"));
    }

    void remove(OutboxLane lane, Item item) {
        var last = held(lane).and("items").size(1).and("items.message").is(item.message());
        if (mongo.remove(query(last), OutboxLane.class, COLLECTION).getDeletedCount() == 0) {
            change(
                    lane,
                    new Update()
                            .pull("items", query(where("message").is(item.message())))
                            .unset("attempt")
                            .unset("notBefore")
                            .set("attempts", 0));
        }
    }

    /** When the thread's first message may be tried again, if it has to wait. */
    @Nullable
    Instant nextTry(String thread) {
        var lane = mongo.findById(thread, OutboxLane.class, COLLECTION);
        return lane == null ? null : lane.notBefore();
    }

    /** The Page's threads that waited for it, which may go on now; those that wait for an echo still do. */
    List<String> mended(PageId page) {
        mongo.updateMulti(
                query(where("page").is(page).and("attempt").is(null)),
                new Update().unset("notBefore"),
                OutboxLane.class,
                COLLECTION);
        return mongo.find(query(where("page").is(page)), OutboxLane.class, COLLECTION).stream()
                .map(OutboxLane::thread)
                .toList();
    }

    long queued(PageId page) {
        return mongo.find(query(where("page").is(page)), OutboxLane.class, COLLECTION).stream()
                .mapToLong(lane -> lane.items().size())
                .sum();
    }

    /** Threads whose time has come and that no other living node works on. */
    List<String> leftBehind() {
        var now = clock.instant();
        var free = new Criteria()
                .orOperator(
                        where("leasedBy").is(node),
                        where("leasedUntil").is(null),
                        where("leasedUntil").lt(now));
        var ready = new Criteria().andOperator(free, passed("notBefore", now));
        return mongo.find(query(ready), OutboxLane.class, COLLECTION).stream()
                .map(OutboxLane::thread)
                .toList();
    }

    private static Criteria passed(String field, Instant now) {
        return new Criteria().orOperator(where(field).is(null), where(field).lt(now));
    }

    private Update leased(Update update, Instant now) {
        return update.set("leasedBy", node).set("leasedUntil", now.plus(properties.lease()));
    }

    private boolean change(OutboxLane lane, Update update) {
        return mongo.updateFirst(query(held(lane)), update, OutboxLane.class, COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    private Criteria held(OutboxLane lane) {
        return where("_id").is(lane.thread()).and("leasedBy").is(node);
    }
}
