package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.PageId;
import dev.pupitre.page.PageQueues;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Tells how many messages of a Page wait to be sent: only threads with some have a document, so there are few. */
@Component
class OutboxQueues implements PageQueues {
    private final MongoTemplate mongo;

    OutboxQueues(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public long queued(PageId page) {
        return mongo.find(query(where("page").is(page)), OutboxLane.class, OutboxLanes.COLLECTION).stream()
                .mapToLong(lane -> lane.items().size())
                .sum();
    }
}
