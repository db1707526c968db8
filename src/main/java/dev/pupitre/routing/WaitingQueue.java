package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Which conversations wait for an agent, in the order they are served: by priority, then age.
 *
 * <p>It is an index of the conversations in state WAITING, nothing more: an entry too many is dropped when its turn
 * comes, and a missing one is put in again by the reconciliation.
 */
@Repository
class WaitingQueue {
    private static final String COLLECTION = "queue";
    private static final Sort AS_SERVED =
            Sort.by(Sort.Order.desc("priority"), Sort.Order.asc("queuedAt"), Sort.Order.asc("_id"));

    record Entry(
            @Id ConversationId conversation,
            int priority,
            @Nullable Instant queuedAt) {}

    private final MongoTemplate mongo;

    WaitingQueue(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("priority", Sort.Direction.DESC)
                        .on("queuedAt", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC));
    }

    void add(Conversation conversation) {
        mongo.save(new Entry(conversation.id(), conversation.priority(), conversation.queuedAt()), COLLECTION);
    }

    void remove(ConversationId conversation) {
        mongo.remove(query(where("_id").is(conversation.value())), COLLECTION);
    }

    Optional<ConversationId> first() {
        return mongo.find(new Query().with(AS_SERVED).limit(1), Entry.class, COLLECTION).stream()
                .map(Entry::conversation)
                .findFirst();
    }

    List<ConversationId> all() {
        return mongo.findAll(Entry.class, COLLECTION).stream()
                .map(Entry::conversation)
                .toList();
    }
}
