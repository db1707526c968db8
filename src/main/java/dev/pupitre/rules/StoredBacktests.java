package dev.pupitre.rules;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.rules.Backtest.Cause;
import dev.pupitre.rules.Backtest.Findings;
import dev.pupitre.rules.Backtest.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Backtests in the store, where each node shows and cancels those of the others; kept for an hour. */
@Repository
class StoredBacktests {
    private static final String SLOTS = "backtestSlots";
    private static final Duration KEPT = Duration.ofHours(1);

    /** The one that a user has running. */
    private record Slot(@Id String user, String backtest) {}

    private final MongoTemplate mongo;
    private final Clock clock;

    StoredBacktests(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Optional<Backtest> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Backtest.class)).map(test -> test.at(clock.instant()));
    }

    /** The one that is in its way: a user has one at a time. */
    Optional<Backtest> begin(Backtest test) {
        mongo.insert(test);
        while (true) {
            try {
                mongo.insert(new Slot(test.by(), test.id()), SLOTS);
                return Optional.empty();
            } catch (DuplicateKeyException taken) {
                var slot = mongo.findById(test.by(), Slot.class, SLOTS);
                var running = slot == null
                        ? Optional.<Backtest>empty()
                        : find(slot.backtest()).filter(other -> other.state() == State.RUNNING);
                if (running.isPresent()) {
                    mongo.remove(query(where("_id").is(test.id())), Backtest.class);
                    return running;
                }
                if (slot != null) {
                    leave(slot.user(), slot.backtest());
                }
            }
        }
    }

    private void leave(String user, String backtest) {
        mongo.remove(query(where("_id").is(user).and("backtest").is(backtest)), SLOTS);
    }

    /** Keeps how far it has come; false where it is to end. */
    boolean progress(String id, long done, Findings findings) {
        var update = found(done, findings);
        var kept = mongo.findAndModify(
                query(where("_id").is(id).and("state").is(State.RUNNING)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Backtest.class);
        return kept != null && !kept.cancelled();
    }

    /** Says that they are still to come. */
    void wait(Collection<String> ids) {
        mongo.updateMulti(
                query(where("_id").in(ids).and("state").is(State.RUNNING)),
                Update.update("updatedAt", clock.instant()),
                Backtest.class);
    }

    private Update found(long done, Findings findings) {
        return new Update().set("done", done).set("findings", findings).set("updatedAt", clock.instant());
    }

    /** Why one has broken off. */
    record Breakdown(Cause cause, String detail) {}

    void end(Backtest test, State state, long done, Findings findings, @Nullable Breakdown broken) {
        mongo.updateFirst(
                query(where("_id").is(test.id())),
                found(done, findings)
                        .set("state", state)
                        .set("failed", broken == null ? null : broken.cause())
                        .set("failure", broken == null ? null : broken.detail()),
                Backtest.class);
        leave(test.by(), test.id());
    }

    void cancel(String id) {
        mongo.updateFirst(query(where("_id").is(id)), Update.update("cancelled", true), Backtest.class);
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void forget() {
        mongo.remove(query(where("updatedAt").lt(clock.instant().minus(KEPT))), Backtest.class);
    }
}
