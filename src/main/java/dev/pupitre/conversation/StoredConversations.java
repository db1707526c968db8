package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Changes of a conversation that may be open or over, wherever its document is.
 *
 * <p>While it is being recorded it stands in two places for a moment. The live document goes first: it is copied again
 * if it has changed since it was read.
 */
@Repository
class StoredConversations {
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;
    private final LiveConversations live;

    StoredConversations(MongoTemplate mongo, LiveConversations live) {
        this.mongo = mongo;
        this.live = live;
    }

    boolean isThere(ConversationId id) {
        return mongo.exists(query(LiveConversations.byId(id)), LiveConversations.COLLECTION)
                || mongo.exists(query(where("_id").is(id.value())), Recordings.COLLECTION);
    }

    /** Empty where the condition does not hold, or the conversation was put away just then: the caller looks again. */
    Optional<StoredConversation> change(ConversationId id, UnaryOperator<Criteria> condition, Update update) {
        return live.change(condition.apply(LiveConversations.byId(id)), update)
                .or(() -> live.find(id).isPresent()
                        ? Optional.empty()
                        : recorded(condition.apply(where("_id").is(id.value())), update));
    }

    /** {@code update} counts the version up already. */
    private Optional<StoredConversation> recorded(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                query(condition), update, CHANGED, StoredConversation.class, Recordings.COLLECTION));
    }
}
