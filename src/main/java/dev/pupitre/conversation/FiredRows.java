package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Which rows have decided about conversations that no report counts yet. */
@Repository
public class FiredRows {
    /** A row of a version of a table; the first is 1. */
    public record Row(String table, int version, int row) {}

    /** The rows that decided about a conversation, oldest first. */
    public record Fired(ConversationId conversation, List<Row> rows) {}

    private record Known(
            String table,
            @Nullable Integer version,
            @Nullable Integer row) {}

    private record Taken(@Nullable List<Known> decisions) {}

    private record Stored(
            ConversationId conversationId, @Nullable Taken course) {
        Fired fired() {
            var decisions = course == null ? null : course.decisions();
            return new Fired(
                    conversationId,
                    requireNonNullElse(decisions, List.<Known>of()).stream()
                            .filter(known -> known.version() != null && known.row() != null)
                            .map(known -> new Row(known.table(), known.version(), known.row()))
                            .toList());
        }
    }

    private final MongoTemplate mongo;

    FiredRows(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Of those that are open and were opened between these, at most so many. */
    public List<Fired> open(Instant from, Instant to, int most) {
        return read(query(opened(from, to)).limit(most), LiveConversations.COLLECTION);
    }

    /** Of these, as far as they are over and were opened between these. */
    public List<Fired> over(Collection<ConversationId> conversations, Instant from, Instant to) {
        var ids = conversations.stream().map(ConversationId::value).toList();
        return ids.isEmpty()
                ? List.of()
                : read(query(opened(from, to).and("_id").in(ids)), Recordings.COLLECTION);
    }

    private static Criteria opened(Instant from, Instant to) {
        return where("openedAt").gte(from).lt(to);
    }

    private List<Fired> read(Query query, String collection) {
        query.fields()
                .include("conversationId", "course.decisions.table", "course.decisions.version")
                .include("course.decisions.row");
        return mongo.find(query, Stored.class, collection).stream()
                .map(Stored::fired)
                .toList();
    }
}
