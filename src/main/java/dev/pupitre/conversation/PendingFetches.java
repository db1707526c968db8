package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Which messages' files are still to be fetched, each by one node at a time. */
@Repository
class PendingFetches {
    private static final String COLLECTION = "fetches";

    /** What a sweep takes up in one round; the next one takes the rest. */
    private static final int SWEPT_AT_ONCE = 200;

    private final MongoTemplate mongo;
    private final Clock clock;

    PendingFetches(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("notBefore", Sort.Direction.ASC));
    }

    /** Notes the message unless it is noted. */
    void add(MessageId message, ConversationId conversation) {
        try {
            mongo.insert(new PendingFetch(message, conversation, 0, null), COLLECTION);
        } catch (DuplicateKeyException noted) {
            // A repeat after a crash, or another node.
        }
    }

    /** Takes it for so long; empty when there is nothing to fetch, or not yet. */
    Optional<PendingFetch> lease(MessageId message, Duration lease) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(message.value()).andOperator(isDue(now))),
                new Update().inc("attempts", 1).set("notBefore", now.plus(lease)),
                FindAndModifyOptions.options().returnNew(true),
                PendingFetch.class,
                COLLECTION));
    }

    /** Keeps it for so long; false when another node has taken it over. */
    boolean renew(PendingFetch taken, Duration lease) {
        return until(taken, clock.instant().plus(lease));
    }

    void postpone(PendingFetch taken, Duration wait) {
        var _ = until(taken, clock.instant().plus(wait));
    }

    private boolean until(PendingFetch taken, Instant instant) {
        return mongo.updateFirst(
                                query(held(taken)),
                                new Update().set("notBefore", instant),
                                PendingFetch.class,
                                COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    void remove(PendingFetch done) {
        mongo.remove(query(held(done)), COLLECTION);
    }

    /** Each node that takes it raises the count of attempts, which tells them apart. */
    private static Criteria held(PendingFetch taken) {
        return where("_id").is(taken.message().value()).and("attempts").is(taken.attempts());
    }

    /** What is due and nobody is at. */
    List<PendingFetch> leftBehind() {
        return mongo.find(query(isDue(clock.instant())).limit(SWEPT_AT_ONCE), PendingFetch.class, COLLECTION);
    }

    private static Criteria isDue(Instant now) {
        return new Criteria()
                .orOperator(where("notBefore").is(null), where("notBefore").lte(now));
    }
}
