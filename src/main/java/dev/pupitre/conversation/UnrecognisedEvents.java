package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Events of kinds that nobody has told us of, as they came, for whoever teaches Pupitre to understand them. */
@Repository
class UnrecognisedEvents {
    static final String COLLECTION = "unrecognised";
    private static final Duration KEPT_FOR = Duration.ofDays(30);
    private static final int MOST_KEPT = 10_000;

    record Kept(@Id String id, PageId page, String kind, String json, Instant at, Instant storedAt) {}

    private final MongoTemplate mongo;
    private final Clock clock;

    UnrecognisedEvents(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("storedAt", Sort.Direction.ASC));
    }

    void keep(Unrecognised event) {
        mongo.save(
                new Kept(event.key(), event.page(), event.kind(), event.json(), event.at(), clock.instant()),
                COLLECTION);
    }

    /** They may hold people's words: none is kept long, and a flood not at all. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void forget() {
        mongo.remove(query(where("storedAt").lt(clock.instant().minus(KEPT_FOR))), COLLECTION);
        var newestFirst = new Query()
                .with(Sort.by(Sort.Order.desc("storedAt")))
                .skip(MOST_KEPT)
                .limit(1);
        mongo.find(newestFirst, Kept.class, COLLECTION)
                .forEach(oldest -> mongo.remove(query(where("storedAt").lte(oldest.storedAt())), COLLECTION));
    }
}
