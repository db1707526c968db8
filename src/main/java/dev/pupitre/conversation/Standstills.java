package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Finds the live conversations that may stand still, and keeps with each what is known of its process. */
@Repository
class Standstills {
    /** What one look takes up; the oldest come first, and the next look goes on with those who are still there. */
    static final int FOUND_AT_ONCE = 500;

    private static final List<Due.Kind> FOR_ENGINE =
            Arrays.stream(Due.Kind.values()).filter(Due.Kind::isForEngine).toList();

    private final MongoTemplate mongo;
    private final LiveConversations live;

    Standstills(MongoTemplate mongo, LiveConversations live) {
        this.mongo = mongo;
        this.live = live;
    }

    /** One query for all: the embedded store reads through the live conversations for each. */
    List<StoredConversation> maybeSince(Instant before) {
        var undecided = where("state")
                .is(ConversationState.NEW)
                .and("openedAt")
                .lt(before)
                .and("course.awaited")
                .ne(true)
                .and("course.opensAt")
                .not()
                .gte(before);
        var untold =
                where("due").elemMatch(where("kind").in(FOR_ENGINE).and("since").lt(before));
        var closing = where("state").is(ConversationState.CLOSING);
        return mongo.find(
                query(new Criteria().orOperator(undecided, untold, closing))
                        .with(Sort.by("openedAt"))
                        .limit(FOUND_AT_ONCE),
                StoredConversation.class,
                LiveConversations.COLLECTION);
    }

    Optional<StoredConversation> find(ConversationId id) {
        return live.find(id).filter(conversation -> conversation.state().isOpen());
    }
}
