package dev.pupitre.supervision;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
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

    /**
     * It is about what was found now; the webhooks are to be told of it.
     *
     * @return empty when another node has written so, or it is over
     */
    Optional<Alert> change(Alert alert, Alert found, Instant now) {
        return Optional.ofNullable(mongo.findAndModify(
                asItWas(alert),
                new Update()
                        .set("value", found.value())
                        .set("limit", found.limit())
                        .set("detail", found.detail())
                        .set("changedAt", now)
                        .set("told", false),
                FindAndModifyOptions.options().returnNew(true),
                Alert.class,
                OPEN));
    }

    /** All webhooks have it in their queue. */
    void told(Alert alert) {
        mongo.updateFirst(asItWas(alert), Update.update("told", true), Alert.class, OPEN);
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
        return query(isSame(alert));
    }

    private static Query asItWas(Alert alert) {
        return query(isSame(alert).and("changedAt").is(alert.changedAt()));
    }

    private static Criteria isSame(Alert alert) {
        return where("_id").is(alert.id()).and("raisedAt").is(alert.raisedAt());
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

    AlertLimits limits(String campaign) {
        return set(campaign).orElse(AlertLimits.usual(campaign));
    }

    private Optional<AlertLimits> set(String campaign) {
        return Optional.ofNullable(mongo.findById(campaign, AlertLimits.class, LIMITS));
    }

    /** In place of those whose version is one less. */
    void limit(AlertLimits next) {
        var present = set(next.campaign());
        if (next.version() != present.map(AlertLimits::version).orElse(0L) + 1 || !put(present, next)) {
            throw new LimitsChanged(limits(next.campaign()));
        }
    }

    /** False when somebody else was faster. */
    private boolean put(Optional<AlertLimits> present, AlertLimits next) {
        if (present.isPresent()) {
            var version = present.get().version();
            // Those of earlier versions of Pupitre have none.
            var same = where("_id").is(next.campaign()).and("version").is(version == 0 ? null : version);
            return mongo.replace(query(same), next, LIMITS).getMatchedCount() > 0;
        }
        try {
            mongo.insert(next, LIMITS);
            return true;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }

    /** Somebody else has changed what the caller saw. */
    static final class LimitsChanged extends Conflict {
        LimitsChanged(AlertLimits present) {
            super(
                    "Expected the limits of %s as they were read, but %s has changed them at %s"
                            .formatted(
                                    present.campaign(),
                                    requireNonNullElse(present.changedBy(), "somebody"),
                                    present.changedAt()),
                    URI.create("https://pupitre.dev/problems/changed-meanwhile"));
        }
    }

    static final class NoSuchAlert extends NotFound {
        NoSuchAlert(String id) {
            super("Expected an alert " + id + " that lasts, but there is none");
        }
    }
}
