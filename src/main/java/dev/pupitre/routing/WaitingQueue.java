package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Which conversations wait for an agent, in the order they are served: by priority, then age.
 *
 * <p>It is an index of the conversations in state WAITING, nothing more: an entry too many is dropped when its turn
 * comes, and a missing one is put in again by the reconciliation. The first entries of each pool are kept in memory;
 * a tag in the store, changed by whoever puts an entry in, tells a node that others have put in theirs.
 */
@Repository
class WaitingQueue {
    private static final String COLLECTION = "waiting";
    private static final String PARKED = "elsewhere";
    private static final String POOLS = "waitingPools";
    private static final Sort AS_SERVED =
            Sort.by(Sort.Order.desc("priority"), Sort.Order.asc("since"), Sort.Order.asc("_id"));
    private static final FindAndModifyOptions BEFORE =
            FindAndModifyOptions.options().upsert(true).returnNew(false);

    /** A pool that somebody waits in, or waited in lately. */
    record Tagged(@Id String pool, String tag) {}

    private final MongoTemplate mongo;
    private final String node = UUID.randomUUID() + ":";
    private final AtomicLong added = new AtomicLong();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    WaitingQueue(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index()
                .on("pool", Sort.Direction.ASC)
                .on("priority", Sort.Direction.DESC)
                .on("since", Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC));
        indexes.createIndex(new Index()
                .on("campaign", Sort.Direction.ASC)
                .on("priority", Sort.Direction.DESC)
                .on("since", Sort.Direction.ASC));
    }

    /** Puts it in, or changes whom it is for. */
    void add(QueueEntry entry) {
        mongo.save(entry, COLLECTION);
        lanes.values().stream()
                .filter(lane -> !lane.pool().equals(entry.pool()))
                .forEach(lane -> lane.forget(entry.conversation()));
        if (!entry.pool().equals(PARKED)) {
            var lane = lane(entry.pool());
            lane.add(entry);
            notice(lane, tag(entry.pool()));
        }
    }

    /** Keeps it in mind, but out of its pool, while another application answers. */
    void addParked(QueueEntry entry) {
        add(entry.in(PARKED));
    }

    private @Nullable Tagged tag(String pool) {
        return mongo.findAndModify(
                query(where("_id").is(pool)),
                Update.update("tag", node + added.incrementAndGet()),
                BEFORE,
                Tagged.class,
                POOLS);
    }

    private void announce(String pool) {
        mongo.upsert(
                query(where("_id").is(pool)), new Update().setOnInsert("tag", node + added.incrementAndGet()), POOLS);
    }

    void remove(ConversationId conversation) {
        mongo.remove(query(where("_id").is(conversation.value())), COLLECTION);
        // In this order: a lane that is being read has seen the store before or comes to forget it after.
        lanes.values().forEach(lane -> lane.forget(conversation));
    }

    /** Takes this wait out, but not a later one of the same conversation. */
    void remove(QueueEntry entry) {
        mongo.remove(
                query(where("_id")
                        .is(entry.conversation().value())
                        .and("queuedAt")
                        .is(entry.queuedAt())),
                COLLECTION);
        lanes.values().forEach(lane -> lane.forget(entry));
    }

    /** Keeps it in mind, but out of its pool, while another application answers. */
    void park(ConversationId conversation) {
        mongo.updateFirst(
                query(where("_id").is(conversation.value())),
                Update.update("pool", PARKED),
                QueueEntry.class,
                COLLECTION);
        lanes.values().forEach(lane -> lane.forget(conversation));
    }

    /** The pools with somebody in them, each with the first who wait there. */
    List<List<QueueEntry>> heads() {
        for (var pool : mongo.findAll(Tagged.class, POOLS)) {
            notice(lane(pool.pool()), pool);
        }
        return lanes.values().stream()
                .map(this::first)
                .filter(entries -> !entries.isEmpty())
                .toList();
    }

    /** The first in a pool. */
    List<QueueEntry> first(Pool pool) {
        return first(lane(pool.key()));
    }

    private List<QueueEntry> first(Lane lane) {
        return lane.first(() -> mongo.find(
                query(where("pool").is(lane.pool())).with(AS_SERVED).limit(Lane.WINDOW), QueueEntry.class, COLLECTION));
    }

    private Lane lane(String pool) {
        return lanes.computeIfAbsent(pool, Lane::new);
    }

    private void notice(Lane lane, @Nullable Tagged tagged) {
        if (tagged != null && !tagged.tag().startsWith(node)) {
            lane.noticeForeign(tagged.tag());
        }
    }

    /** Lets go of pools that nobody waits in any more, and reads all others anew. */
    void tidy() {
        var used = mongo.query(QueueEntry.class)
                .inCollection(COLLECTION)
                .distinct("pool")
                .as(String.class)
                .all();
        // A node may have stopped between putting in an entry and saying so.
        used.stream().filter(pool -> !pool.equals(PARKED)).forEach(this::announce);
        var tagged = mongo.findAll(Tagged.class, POOLS);
        lanes.keySet().retainAll(tagged.stream().map(Tagged::pool).toList());
        for (var pool : tagged) {
            lane(pool.pool()).doubt();
            if (first(lane(pool.pool())).isEmpty()) {
                mongo.remove(query(where("_id").is(pool.pool()).and("tag").is(pool.tag())), POOLS);
                lanes.remove(pool.pool());
            }
        }
    }

    Optional<QueueEntry> find(ConversationId conversation) {
        return Optional.ofNullable(mongo.findById(conversation.value(), QueueEntry.class, COLLECTION));
    }

    /** Who waits here; not who is answered elsewhere. */
    List<ConversationId> all() {
        var query = query(where("pool").ne(PARKED));
        query.fields().include("_id");
        record Only(@Id ConversationId conversation) {}
        return mongo.find(query, Only.class, COLLECTION).stream()
                .map(Only::conversation)
                .toList();
    }

    /** Everyone who waits here, in no order. */
    List<QueueEntry> waiting() {
        return mongo.find(of(null), QueueEntry.class, COLLECTION);
    }

    /** A stretch of the queue, of one campaign or of all. */
    List<QueueEntry> read(@Nullable CampaignId campaign, long offset, int size) {
        return mongo.find(of(campaign).with(AS_SERVED).skip(offset).limit(size), QueueEntry.class, COLLECTION);
    }

    long count(@Nullable CampaignId campaign) {
        return mongo.count(of(campaign), COLLECTION);
    }

    /** How many of the same campaign are served before this one. */
    long ahead(QueueEntry entry) {
        var before = of(entry.campaign());
        before.addCriteria(new Criteria()
                .orOperator(
                        where("priority").gt(entry.priority()),
                        where("priority").is(entry.priority()).and("since").lt(entry.since()),
                        where("priority")
                                .is(entry.priority())
                                .and("since")
                                .is(entry.since())
                                .and("_id")
                                .lt(entry.conversation().value())));
        return mongo.count(before, COLLECTION);
    }

    /**
     * Those who have waited since before these instants, here or in queues before, and do not have this mark, all by one query.
     *
     * @param latest by campaign
     * @param others the same for campaigns that are not known any more
     */
    List<QueueEntry> waitingBefore(
            Map<CampaignId, Instant> latest, Instant others, Collection<CampaignId> known, String mark) {
        var waits = new ArrayList<Criteria>();
        latest.forEach(
                (campaign, instant) -> waits.add(where("campaign").is(campaign).orOperator(waitingSince(instant))));
        waits.add(where("campaign").nin(known).orOperator(waitingSince(others)));
        var waiting = where("pool").ne(PARKED).and(mark).ne(true).orOperator(waits);
        return mongo.find(query(waiting), QueueEntry.class, COLLECTION);
    }

    /** In this queue, or in those before. */
    private static List<Criteria> waitingSince(Instant instant) {
        return List.of(where("queuedAt").lt(instant), where("firstQueuedAt").lt(instant));
    }

    /**
     * Some of those who wait in this pool and were queued before this instant, as they are served.
     *
     * @param unmarked only those without this mark; null for all
     */
    List<QueueEntry> queuedBefore(Pool pool, Instant instant, @Nullable String unmarked) {
        var queued = where("pool").is(pool.key()).and("queuedAt").lt(instant);
        var wanted = unmarked == null ? queued : queued.and(unmarked).ne(true);
        return mongo.find(query(wanted).with(AS_SERVED).limit(Lane.WINDOW), QueueEntry.class, COLLECTION);
    }

    void mark(QueueEntry entry, String mark) {
        mongo.updateFirst(
                query(where("_id")
                        .is(entry.conversation().value())
                        .and("queuedAt")
                        .is(entry.queuedAt())),
                Update.update(mark, true),
                COLLECTION);
    }

    private static Query of(@Nullable CampaignId campaign) {
        var here = where("pool").ne(PARKED);
        return query(campaign == null ? here : here.and("campaign").is(campaign));
    }
}
