package dev.pupitre.conversation;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * When something that Meta gives no time for was first heard of: each repeat of it, on any node, has the time of the
 * first, and so is known as the same.
 */
@Repository
public class FirstHearings {
    static final String COLLECTION = "hearings";

    /** Meta repeats an event for a day and a half at most (Graph API, webhooks). */
    private static final Duration REPEATED_FOR = Duration.ofDays(2);

    record Hearing(@Id String id, Instant at) {}

    private final MongoTemplate mongo;
    private final Clock clock;

    FirstHearings(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * When this was first heard of, which is now unless it was before.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not answer: Meta has to send again
     */
    public Instant of(String fingerprint) {
        try {
            return hearing(fingerprint).at();
        } catch (DuplicateKeyException raced) {
            return hearing(fingerprint).at();
        }
    }

    private Hearing hearing(String fingerprint) {
        return requireNonNull(mongo.findAndModify(
                query(where("_id").is(fingerprint)),
                new Update().setOnInsert("at", clock.instant()),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Hearing.class,
                COLLECTION));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
    void forgetOld() {
        mongo.remove(query(where("at").lt(clock.instant().minus(REPEATED_FOR))), COLLECTION);
    }
}
