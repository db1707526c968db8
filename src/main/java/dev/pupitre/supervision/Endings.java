package dev.pupitre.supervision;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * What ended lately, one document for each minute in which it was written down: nodes read the newest minutes by their
 * keys, however much there was before. What is told twice may stand in two of them.
 */
@Repository
class Endings {
    private static final String COLLECTION = "endings";

    private record Minute(@Id String id, List<Ending> endings) {}

    private final MongoTemplate mongo;

    Endings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(Ending ending, Instant now) {
        var without = where("_id").is(key(now)).and("endings.conversation").ne(ending.conversation());
        try {
            mongo.upsert(query(without), new Update().push("endings", ending), Minute.class, COLLECTION);
        } catch (DuplicateKeyException there) {
            // Either it is in there, or the minute was made by another this moment.
            mongo.updateFirst(query(without), new Update().push("endings", ending), Minute.class, COLLECTION);
        }
    }

    /** What was written down from this minute on. */
    List<Ending> writtenBetween(Instant from, Instant to) {
        var keys = new ArrayList<String>();
        for (var minute = from.truncatedTo(ChronoUnit.MINUTES);
                !minute.isAfter(to);
                minute = minute.plus(1, ChronoUnit.MINUTES)) {
            keys.add(key(minute));
        }
        return mongo.find(query(where("_id").in(keys)), Minute.class, COLLECTION).stream()
                .flatMap(minute -> minute.endings().stream())
                .toList();
    }

    /** The keys are in the order of time. */
    void forgetBefore(Instant instant) {
        mongo.remove(query(where("_id").lt(key(instant))), COLLECTION);
    }

    private static String key(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
