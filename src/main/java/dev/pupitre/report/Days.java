package dev.pupitre.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The days of all campaigns, one document each. */
@Repository
class Days {
    private static final String COLLECTION = "reportDays";

    /** Which state of a day is stored. */
    record Revision(@Id String id, long revision) {}

    private final MongoTemplate mongo;

    Days(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Those that are there. */
    List<Day> find(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)), Day.class, COLLECTION);
    }

    /** The same without what is in them. */
    List<Revision> revisions(Collection<String> ids) {
        var asked = query(where("_id").in(ids));
        asked.fields().include("revision");
        return mongo.find(asked, Revision.class, COLLECTION);
    }

    /** Adds to a day, or replaces; any number of nodes may do so at once. */
    void add(String id, Collection<Fact> facts) {
        while (!tryAdd(id, facts)) {
            Thread.onSpinWait();
        }
    }

    private boolean tryAdd(String id, Collection<Fact> facts) {
        var before = mongo.findById(id, Day.class, COLLECTION);
        if (before == null) {
            try {
                mongo.insert(Day.empty(id).with(facts), COLLECTION);
                return true;
            } catch (DuplicateKeyException another) {
                return false;
            }
        }
        var unchanged = query(where("_id").is(id).and("revision").is(before.revision()));
        return mongo.replace(unchanged, before.with(facts), COLLECTION).getMatchedCount() == 1;
    }
}
