package dev.pupitre.report;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Conversations of which there is something new to count. */
@Repository
class Uncounted {
    private static final String COLLECTION = "reportDue";

    /** @param news another one whenever there is something new, so that nothing is taken for counted that is not */
    record Due(@Id ConversationId conversation, String news) {}

    private final MongoTemplate mongo;

    Uncounted(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void add(ConversationId conversation) {
        mongo.upsert(
                query(where("_id").is(conversation)),
                Update.update("news", UUID.randomUUID().toString()),
                COLLECTION);
    }

    List<Due> some(int limit) {
        return mongo.find(new Query().limit(limit), Due.class, COLLECTION);
    }

    void remove(Due counted) {
        mongo.remove(
                query(where("_id").is(counted.conversation()).and("news").is(counted.news())), Due.class, COLLECTION);
    }
}
