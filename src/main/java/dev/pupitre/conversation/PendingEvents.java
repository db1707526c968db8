package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import dev.pupitre.conversation.Inbox.Pending;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The events that are stored and not done with. */
@Repository
class PendingEvents {
    private static final int DUPLICATE_KEY = 11000;

    /** What a sweep takes up at once; the next one goes on behind it. */
    static final int SWEPT_AT_ONCE = 1000;

    private final MongoTemplate mongo;
    private final Clock clock;

    PendingEvents(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void declareIndexes() {
        mongo.indexOps(Inbox.COLLECTION).createIndex(new Index("storedAt", Sort.Direction.ASC));
    }

    /** Stores these; what is stored already stays as it is. */
    void add(List<Pending> pending) {
        mongo.execute(Inbox.COLLECTION, collection -> insert(collection, pending));
    }

    /** Looks for the event's message again then, and not before. */
    void putOff(String key, Instant until) {
        mongo.updateFirst(
                query(where("_id").is(key)), new Update().set("notBefore", until), Pending.class, Inbox.COLLECTION);
    }

    /** Some of what has been here since before this instant and may be tried, in the order it came, behind this one. */
    List<Pending> storedBefore(Instant instant, @Nullable Pending after) {
        var left = where("storedAt").lt(instant);
        var ready = new Criteria()
                .orOperator(where("notBefore").is(null), where("notBefore").lte(clock.instant()));
        return mongo.find(
                query(
                                after == null
                                        ? new Criteria().andOperator(left, ready)
                                        : new Criteria().andOperator(left, ready, behind(after)))
                        .with(Sort.by("storedAt", "event.at", "_id"))
                        .limit(SWEPT_AT_ONCE),
                Pending.class,
                Inbox.COLLECTION);
    }

    private static Criteria behind(Pending last) {
        var at = last.event().at();
        return new Criteria()
                .orOperator(
                        where("storedAt").gt(last.storedAt()),
                        where("storedAt").is(last.storedAt()).and("event.at").gt(at),
                        where("storedAt")
                                .is(last.storedAt())
                                .and("event.at")
                                .is(at)
                                .and("_id")
                                .gt(last.key()));
    }

    /** Returns how many are new. */
    private int insert(MongoCollection<Document> collection, List<Pending> pending) {
        var documents = pending.stream()
                .map(event -> {
                    var document = new Document();
                    mongo.getConverter().write(event, document);
                    return document;
                })
                .toList();
        try {
            if (documents.size() == 1) {
                collection.insertOne(documents.getFirst());
            } else {
                collection.insertMany(documents, new InsertManyOptions().ordered(false));
            }
            return documents.size();
        } catch (MongoWriteException single) {
            if (single.getCode() != DUPLICATE_KEY) {
                throw single;
            }
            return 0;
        } catch (MongoBulkWriteException partly) {
            if (partly.getWriteConcernError() != null
                    || partly.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw partly;
            }
            return partly.getWriteResult().getInsertedCount();
        }
    }
}
