package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Of whom Facebook is still to be told whether they are blocked, each by one node at a time. */
@Repository
class PendingBlocks {
    static final String COLLECTION = "facebookBlocks";

    private static final int SWEPT_AT_ONCE = 200;

    /**
     * One customer; the document is there only until Facebook was told.
     *
     * @param round what is noted anew is another round
     * @param last lets through who was erased, whatever the card says; null for no
     * @param notBefore the next attempt: after a failure, or when the node that tries now must have died
     */
    record PendingBlock(
            @Id String id,
            String page,
            String customer,
            String round,
            int attempts,
            @Nullable Boolean last,
            Instant notBefore) {
        static PendingBlock lastOf(StoredCustomer erased) {
            return new PendingBlock(
                    erased.id(),
                    erased.page(),
                    erased.customer(),
                    UUID.randomUUID().toString(),
                    0,
                    true,
                    Instant.EPOCH);
        }

        boolean isLast() {
            return Boolean.TRUE.equals(last);
        }
    }

    private final MongoTemplate mongo;
    private final Clock clock;

    PendingBlocks(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Begins a new round, which is due when so much time has passed. */
    void note(PageId page, String customer, Duration wait) {
        mongo.save(
                new PendingBlock(
                        StoredCustomer.key(page.value(), customer),
                        page.value(),
                        customer,
                        UUID.randomUUID().toString(),
                        0,
                        null,
                        clock.instant().plus(wait)),
                COLLECTION);
    }

    /** Takes it for so long; empty when there is nothing to tell, or not yet. */
    Optional<PendingBlock> lease(String id, Duration lease) {
        var now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id).and("notBefore").lte(now)),
                new Update().inc("attempts", 1).set("notBefore", now.plus(lease)),
                FindAndModifyOptions.options().returnNew(true),
                PendingBlock.class,
                COLLECTION));
    }

    void postpone(PendingBlock taken, Duration wait) {
        mongo.updateFirst(
                query(held(taken)), Update.update("notBefore", clock.instant().plus(wait)), COLLECTION);
    }

    /** Likewise, but it was no attempt: the round is another one, so that nobody takes it for what was taken before. */
    void putOff(PendingBlock taken, Duration wait) {
        mongo.updateFirst(
                query(held(taken)),
                Update.update("notBefore", clock.instant().plus(wait))
                        .set("attempts", taken.attempts() - 1)
                        .set("round", UUID.randomUUID().toString()),
                COLLECTION);
    }

    void remove(PendingBlock done) {
        mongo.remove(query(held(done)), COLLECTION);
    }

    private static Criteria held(PendingBlock taken) {
        return where("_id")
                .is(taken.id())
                .and("round")
                .is(taken.round())
                .and("attempts")
                .is(taken.attempts());
    }

    /** What is due and nobody is at. */
    List<PendingBlock> leftBehind() {
        return mongo.find(
                query(where("notBefore").lte(clock.instant())).limit(SWEPT_AT_ONCE), PendingBlock.class, COLLECTION);
    }
}
