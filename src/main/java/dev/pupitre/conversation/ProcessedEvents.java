package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Which events of Meta are done with.
 *
 * <p>An event leaves the inbox when its key is in {@code processed}; both are written in batches a moment later, as
 * until then the transcript itself knows the message. The order, key first, means that a repeat that finds the inbox
 * free finds the key.
 */
@Repository
class ProcessedEvents {
    private static final String COLLECTION = "processed";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final ConversationProperties properties;
    private final Set<String> unwritten = new HashSet<>();

    ProcessedEvents(MongoTemplate mongo, Clock clock, ConversationProperties properties) {
        this.mongo = mongo;
        this.clock = clock;
        this.properties = properties;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("at", Sort.Direction.ASC));
    }

    boolean contains(String key) {
        synchronized (unwritten) {
            if (unwritten.contains(key)) {
                return true;
            }
        }
        return mongo.execute(
                        COLLECTION,
                        collection -> collection.find(new Document("_id", key)).first())
                != null;
    }

    void add(String key) {
        synchronized (unwritten) {
            unwritten.add(key);
        }
    }

    @Scheduled(fixedDelayString = "${pupitre.conversation.flush-interval:50ms}")
    void flush() {
        List<String> keys;
        synchronized (unwritten) {
            keys = List.copyOf(unwritten);
        }
        write(keys);
    }

    /** Writes these at once: after this nothing relies on the transcript's knowledge of them. */
    void write(Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var now = Date.from(clock.instant());
        var documents = keys.stream()
                .map(key -> new Document("_id", key).append("at", now))
                .toList();
        mongo.execute(COLLECTION, collection -> insert(collection, documents));
        mongo.remove(query(where("_id").in(keys)), Inbox.COLLECTION);
        synchronized (unwritten) {
            unwritten.removeAll(Set.copyOf(keys));
        }
    }

    /** Some may be in there already. */
    private static int insert(MongoCollection<Document> collection, List<Document> documents) {
        try {
            return collection
                    .insertMany(documents, new InsertManyOptions().ordered(false))
                    .getInsertedIds()
                    .size();
        } catch (MongoBulkWriteException partly) {
            if (partly.getWriteConcernError() != null
                    || partly.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw partly;
            }
            return partly.getWriteResult().getInsertedCount();
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOld() {
        Instant oldest = clock.instant().minus(properties.rememberEvents());
        mongo.remove(query(where("at").lt(oldest)), COLLECTION);
    }
}
