package dev.pupitre.audit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.audit.AuditEntry.Change;
import dev.pupitre.audit.AuditEntry.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The acts, newest first, for as long as they are kept. */
@Repository
class AuditLog {
    /** Which acts are looked for; what is null does not matter. */
    record Filter(
            @Nullable String by,
            Act.@Nullable Area area,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {
        private Query query() {
            var conditions = new ArrayList<Criteria>();
            if (by != null) {
                conditions.add(where("by").is(by));
            }
            if (area != null) {
                conditions.add(where("area").is(area));
            }
            if (subject != null) {
                conditions.add(where("subject").is(subject));
            }
            if (from != null) {
                conditions.add(where("at").gte(from));
            }
            if (to != null) {
                conditions.add(where("at").lt(to));
            }
            return conditions.isEmpty() ? new Query() : new Query(new Criteria().andOperator(conditions));
        }
    }

    private final MongoTemplate mongo;
    private final AuditProperties properties;
    private final Clock clock;

    AuditLog(MongoTemplate mongo, AuditProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    void write(AuditEntry entry) {
        mongo.insert(entry);
    }

    void tell(String id, @Nullable String subject, List<Change> changes) {
        var update = Update.update("changes", changes);
        if (subject != null) {
            update.set("subject", subject);
        }
        mongo.updateFirst(query(where("_id").is(id)), update, AuditEntry.class);
    }

    void done(String id) {
        mongo.updateFirst(query(where("_id").is(id)), Update.update("outcome", Outcome.DONE), AuditEntry.class);
    }

    /** It did not come to its end, and how far it came is not known. */
    void stopped(String id, int status) {
        mongo.updateFirst(query(where("_id").is(id)), Update.update("status", status), AuditEntry.class);
    }

    /** Nothing came of it. */
    void strike(String id) {
        mongo.remove(query(where("_id").is(id)), AuditEntry.class);
    }

    List<AuditEntry> find(Filter filter, int page, int size) {
        return mongo.find(
                filter.query()
                        .with(Sort.by(Sort.Order.desc("at"), Sort.Order.desc("_id")))
                        .skip((long) page * size)
                        .limit(size),
                AuditEntry.class);
    }

    long count(Filter filter) {
        return mongo.count(filter.query(), AuditEntry.class);
    }

    /** There is no index with a time to live: the embedded store has none. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void sweep() {
        mongo.remove(query(where("at").lt(clock.instant().minus(properties.keep()))), AuditEntry.class);
    }
}
