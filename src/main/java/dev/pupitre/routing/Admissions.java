package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who waits in campaigns that let only so many wait: one document each, so that it is counted once for all nodes. */
@Repository
class Admissions {
    private static final String COLLECTION = "admissions";

    /** The conversations that were let in and have not left the queue. */
    record Admitted(@Id CampaignId campaign, List<ConversationId> waiting) {}

    private final MongoTemplate mongo;

    Admissions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Counts one who is not to be turned away, however many wait. */
    void enter(CampaignId campaign, ConversationId conversation) {
        mongo.upsert(
                query(where("_id").is(campaign.value())),
                new Update().addToSet("waiting", conversation.value()),
                COLLECTION);
    }

    /** Returns false when so many others wait already; a repeat for the same conversation changes nothing. */
    boolean admit(CampaignId campaign, ConversationId conversation, int maximum) {
        if (mongo.findById(campaign.value(), Admitted.class, COLLECTION) == null) {
            try {
                mongo.insert(new Admitted(campaign, List.of()), COLLECTION);
            } catch (DuplicateKeyException raced) {
                // Another conversation came first, too.
            }
        }
        var room = new Criteria()
                .orOperator(
                        where("waiting").is(conversation.value()),
                        where("waiting." + (maximum - 1)).exists(false));
        return mongo.updateFirst(
                                query(where("_id").is(campaign.value()).andOperator(room)),
                                new Update().addToSet("waiting", conversation.value()),
                                COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    /** Those of them who are not waiting any more leave; false when there are none. */
    boolean leave(CampaignId campaign, List<ConversationId> gone) {
        var ids = gone.stream().map(ConversationId::value).toArray();
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(campaign.value())
                                        .and("waiting")
                                        .in(ids)),
                                new Update().pullAll("waiting", ids),
                                COLLECTION)
                        .getModifiedCount()
                > 0;
    }

    void leave(ConversationId conversation) {
        mongo.updateMulti(
                query(where("waiting").is(conversation.value())),
                new Update().pull("waiting", conversation.value()),
                COLLECTION);
    }

    List<ConversationId> all() {
        return mongo.findAll(Admitted.class, COLLECTION).stream()
                .flatMap(admitted -> admitted.waiting().stream())
                .toList();
    }
}
