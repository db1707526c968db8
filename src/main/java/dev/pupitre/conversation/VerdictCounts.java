package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * How often each row of the messaging policy has decided, hour by hour: added up in memory, as it is asked of each
 * message, and written down now and then by every node. They are kept as long as reports are, which is for ever.
 */
@Repository
public class VerdictCounts {
    /** The table whose rows they are. */
    public static final String TABLE = MessagingRules.TABLE;

    private static final Logger LOG = LoggerFactory.getLogger(VerdictCounts.class);

    /** A row of a version of the table; the first is 1. */
    public record VersionRow(int version, int row) {
        private String key() {
            return version + ":" + row;
        }

        private static VersionRow of(String key) {
            var parts = key.split(":", 2);
            return new VersionRow(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    private record Counted(Instant hour, VersionRow row) {}

    @Document("verdictCounts")
    private record Hour(@Id Instant hour, Map<String, Integer> rows) {}

    private final MongoTemplate mongo;
    private final Map<Counted, Integer> ahead = new ConcurrentHashMap<>();

    VerdictCounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(Decision decision) {
        if (decision.version() != null && decision.row() != null) {
            add(
                    new Counted(
                            decision.at().truncatedTo(ChronoUnit.HOURS),
                            new VersionRow(decision.version(), decision.row())),
                    1);
        }
    }

    private void add(Counted counted, int more) {
        ahead.merge(counted, more, Integer::sum);
    }

    /** In the hours that have begun since then; other nodes may know of some more, for a minute. */
    public Map<VersionRow, Integer> since(Instant from) {
        return in(where("_id").gte(from));
    }

    /** In the hours that have begun from then on and before the other moment; others may know of some more, as well. */
    public Map<VersionRow, Integer> between(Instant from, Instant to) {
        return in(where("_id").gte(from).lt(to));
    }

    private Map<VersionRow, Integer> in(Criteria hours) {
        write();
        var counts = new HashMap<VersionRow, Integer>();
        mongo.find(query(hours), Hour.class)
                .forEach(hour ->
                        hour.rows().forEach((key, count) -> counts.merge(VersionRow.of(key), count, Integer::sum)));
        return counts;
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${pupitre.conversation.verdict-counts:1m}", initialDelayString = "1m")
    void write() {
        Set.copyOf(ahead.keySet()).forEach(this::write);
    }

    private void write(Counted counted) {
        var count = ahead.remove(counted);
        if (count == null) {
            return;
        }
        try {
            mongo.upsert(
                    query(where("_id").is(counted.hour())),
                    new Update().inc("rows." + counted.row().key(), count),
                    Hour.class);
        } catch (DataAccessException later) {
            add(counted, count);
            LOG.info("What the messaging policy has decided is counted later: {}", later.toString());
        }
    }
}
