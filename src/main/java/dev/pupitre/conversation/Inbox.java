package dev.pupitre.conversation;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Where Meta's events are made durable before they are acknowledged; what is in here is still to be worked on. */
@Component
public class Inbox {
    static final String COLLECTION = "inbox";
    private static final int DUPLICATE_KEY = 11000;

    /** What a sweep takes up in one round; the next one takes the rest. */
    private static final int SWEPT_AT_ONCE = 1000;

    /** An event that is stored and not done with. */
    record Pending(@MongoId String key, InboundEvent event, Instant storedAt) {}

    private final MongoTemplate mongo;
    private final Relay relay;
    private final Clock clock;

    Inbox(MongoTemplate mongo, Relay relay, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("storedAt", Sort.Direction.ASC));
    }

    /**
     * Stores the events of one webhook call. When this returns, nothing of them can be lost any more.
     *
     * <p>One that is stored already is handed on all the same: Meta repeats what it got no answer to, and such an
     * event must not be overtaken by the next while it waits for the {@link Sweeper}.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not take them: Meta has to send again
     */
    public void accept(List<InboundEvent> events) {
        var now = clock.instant();
        var byKey = new LinkedHashMap<String, Pending>();
        for (var event : events) {
            byKey.putIfAbsent(event.key(), new Pending(event.key(), event, now));
        }
        if (!byKey.isEmpty()) {
            var pending = List.copyOf(byKey.values());
            mongo.execute(COLLECTION, collection -> insert(collection, pending));
            pending.forEach(relay::submit);
        }
    }

    /** What has been here since before this instant, in the order it came. */
    List<Pending> storedBefore(Instant instant) {
        return mongo.find(
                Query.query(Criteria.where("storedAt").lt(instant))
                        .with(Sort.by("storedAt", "event.at"))
                        .limit(SWEPT_AT_ONCE),
                Pending.class,
                COLLECTION);
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
