package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * What the tables decided about the last conversations, for whoever wants to see what another table would have decided:
 * the open ones, then those that are over, each the newest first.
 */
@Repository
public class RecordedDecisions {
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("lastActivityAt"), Sort.Order.asc("_id"));

    /** The decisions about a conversation, oldest first. */
    public record Recorded(ConversationId conversation, List<Decision> decisions) {}

    /** Where a page has ended; each kind of conversation is read to its end. */
    public record Place(boolean over, Instant at, String id) {}

    /**
     * A stretch of them.
     *
     * @param next where the next one begins; null behind the last
     */
    public record Page(List<Recorded> items, @Nullable Place next) {}

    private record Taken(@Nullable List<Decision> decisions) {}

    private record Stored(
            @Id String id,
            ConversationId conversationId,
            Instant lastActivityAt,
            @Nullable Taken course) {
        Recorded recorded() {
            var taken = course == null ? null : course.decisions();
            return new Recorded(conversationId, requireNonNullElse(taken, List.of()));
        }
    }

    private final MongoTemplate mongo;

    RecordedDecisions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** How many conversations there are; one that is just being recorded counts twice. */
    public long count() {
        return mongo.estimatedCount(LiveConversations.COLLECTION) + mongo.estimatedCount(Recordings.COLLECTION);
    }

    /**
     * Reads a stretch of them.
     *
     * @param from where the last one has ended; null for the first one
     * @param size at least 1
     */
    public Page page(@Nullable Place from, int size) {
        var over = from != null && from.over();
        var collection = over ? Recordings.COLLECTION : LiveConversations.COLLECTION;
        var query = new Query(behind(from)).with(NEWEST).limit(size);
        query.fields().include("conversationId", "lastActivityAt", "course.decisions");
        var found = mongo.find(query, Stored.class, collection);
        var items = found.stream().map(Stored::recorded).toList();
        if (found.size() == size) {
            var last = found.getLast();
            return new Page(items, new Place(over, last.lastActivityAt(), last.id()));
        }
        return new Page(items, over ? null : new Place(true, Instant.MAX, ""));
    }

    private static Criteria behind(@Nullable Place from) {
        if (from == null || from.at().equals(Instant.MAX)) {
            return new Criteria();
        }
        return new Criteria()
                .orOperator(
                        where("lastActivityAt").lt(from.at()),
                        where("lastActivityAt").is(from.at()).and("_id").gt(from.id()));
    }
}
