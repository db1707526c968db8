package dev.pupitre.supervision;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The alerts that last, one document for each thing there is to look at, and those of the last weeks that are over. */
@Repository
class Alerts {
    private static final String OPEN = "alerts";
    private static final String OVER = "alertsOver";
    private static final String LIMITS = "alertLimits";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 100;

    private final MongoTemplate mongo;

    Alerts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** False when it is raised already, by whichever node. */
    boolean raise(Alert alert) {
        try {
            mongo.insert(alert, OPEN);
            return true;
        } catch (DuplicateKeyException raisedBefore) {
            return false;
        }
    }

    List<Alert> open() {
        return mongo.find(
                query(where("_id").exists(true)).with(Sort.by(Sort.Direction.DESC, "raisedAt")), Alert.class, OPEN);
    }

    /** The newest first. */
    List<Alert> over() {
        return mongo.find(
                query(where("_id").exists(true))
                        .with(Sort.by(Sort.Direction.DESC, "resolvedAt"))
                        .limit(SHOWN),
                Alert.class,
                OVER);
    }

    /** All webhooks have it in their queue. */
    void told(Alert alert) {
        mongo.updateFirst(same(alert), Update.update("told", true), Alert.class, OPEN);
    }

    /** Kept first and taken out second: whoever finds it in both places goes on from there. */
    Alert resolve(Alert alert, Instant now) {
        var over = alert.over(now);
        try {
            mongo.insert(over, OVER);
        } catch (DuplicateKeyException keptBefore) {
            // Another node, or this one before it stopped, came as far as here.
        }
        mongo.remove(same(alert), OPEN);
        return over;
    }

    private static Query same(Alert alert) {
        return query(where("_id").is(alert.id()).and("raisedAt").is(alert.raisedAt()));
    }

    /** The first who says so is remembered. */
    Alert acknowledge(String id, UserId by, Instant now) {
        mongo.updateFirst(
                query(where("_id").is(id).and("acknowledgedAt").is(null)),
                new Update().set("acknowledgedBy", by.value()).set("acknowledgedAt", now),
                Alert.class,
                OPEN);
        return Optional.ofNullable(mongo.findById(id, Alert.class, OPEN)).orElseThrow(() -> new NoSuchAlert(id));
    }

    void forget(Instant now) {
        mongo.remove(query(where("resolvedAt").lt(now.minus(KEPT))), OVER);
    }

    Map<String, AlertLimits> limits() {
        return mongo.findAll(AlertLimits.class, LIMITS).stream()
                .collect(Collectors.toMap(AlertLimits::campaign, Function.identity()));
    }

    void limit(AlertLimits limits) {
        mongo.save(limits, LIMITS);
    }

    static final class NoSuchAlert extends NotFound {
        NoSuchAlert(String id) {
            super("Expected an alert " + id + " that lasts, but there is none");
        }
    }
}
