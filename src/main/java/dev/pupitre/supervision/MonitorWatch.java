package dev.pupitre.supervision;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Whether anybody looks at the monitor at present, and which node tells them what moves; one document for all nodes. */
@Repository
class MonitorWatch {
    private static final String COLLECTION = "monitor";
    private static final String ID = "watch";

    /** After so many intervals without a word, another node takes over: a slow round is no stopped node. */
    private static final int OVERDUE = 3;

    private final MongoTemplate mongo;

    MonitorWatch(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void watchedUntil(Instant until) {
        try {
            mongo.upsert(query(where("_id").is(ID)), new Update().max("watchedUntil", until), COLLECTION);
        } catch (DuplicateKeyException raced) {
            mongo.updateFirst(query(where("_id").is(ID)), new Update().max("watchedUntil", until), COLLECTION);
        }
    }

    /** Whether this node is to look for alerts now; of several, one each time. */
    boolean looksForAlerts(Instant now, Duration interval) {
        try {
            var due = where("_id").is("alerts").and("at").not().gt(now.minus(interval));
            mongo.upsert(query(due), new Update().set("at", now), COLLECTION);
            return true;
        } catch (DuplicateKeyException lookedAtLately) {
            return false;
        }
    }

    /** Whether a node is to tell now, and whether those who look know what it told last. */
    enum Turn {
        NONE,
        NEXT,
        FIRST
    }

    /** The next turn counts from the end of this one, however long it took. */
    void told(String node, Instant now) {
        mongo.updateFirst(
                query(where("_id").is(ID).and("tellsBy").is(node)), new Update().max("toldAt", now), COLLECTION);
    }

    /** Of several nodes, one tells for as long as it does so in time; then another one takes over. */
    Turn takeTurn(String node, Instant now, Duration interval) {
        var itsOwn = where("tellsBy").is(node).and("toldAt").not().gt(now.minus(interval));
        var overdue = where("toldAt").not().gt(now.minus(interval.multipliedBy(OVERDUE)));
        var due = where("_id").is(ID).and("watchedUntil").gt(now).orOperator(itsOwn, overdue);
        var before = mongo.findAndModify(
                query(due), new Update().set("toldAt", now).set("tellsBy", node), Document.class, COLLECTION);
        if (before == null) {
            return Turn.NONE;
        }
        return node.equals(before.getString("tellsBy")) ? Turn.NEXT : Turn.FIRST;
    }
}
