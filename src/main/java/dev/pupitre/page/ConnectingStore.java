package dev.pupitre.page;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.page.StoredConnecting.Step;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Who is on the way to Facebook and back. */
@Repository
class ConnectingStore {
    private final MongoTemplate mongo;
    private final PageProperties properties;
    private final Clock clock;

    ConnectingStore(MongoTemplate mongo, PageProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    void begin(StoredConnecting connecting) {
        mongo.insert(connecting);
    }

    /** Empty when there is none of this visitor, or not any more. */
    Optional<StoredConnecting> find(String state, Visitor visitor) {
        return Optional.ofNullable(mongo.findOne(query(own(state, visitor)), StoredConnecting.class));
    }

    /** Takes the state, which works once. */
    Optional<StoredConnecting> comeBack(String state, Visitor visitor) {
        return Optional.ofNullable(mongo.findAndModify(
                query(own(state, visitor).and("step").is(Step.BEGUN)),
                Update.update("step", Step.TAKEN),
                FindAndModifyOptions.options().returnNew(true),
                StoredConnecting.class));
    }

    void keep(StoredConnecting connecting) {
        mongo.save(connecting);
    }

    private Criteria own(String state, Visitor visitor) {
        return where("_id")
                .is(Fingerprints.of(state))
                .and("user")
                .is(visitor.user())
                .and("session")
                .is(visitor.session())
                .and("begunAt")
                .gt(clock.instant().minus(properties.connectWithin()));
    }

    /** There is no index with a time to live: the embedded store has none. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void sweep() {
        mongo.remove(
                query(where("begunAt").lte(clock.instant().minus(properties.connectWithin()))), StoredConnecting.class);
    }
}
