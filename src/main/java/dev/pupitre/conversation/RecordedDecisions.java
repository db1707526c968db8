package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final Comparator<Open> NEWEST_OPEN =
            Comparator.comparing(Open::lastActivityAt).reversed().thenComparing(Open::id);

    /** The decisions about a conversation, oldest first. */
    public record Recorded(ConversationId conversation, List<Decision> decisions) {}

    /**
     * Where a page has ended; the open ones are those of the first page, also where they end meanwhile.
     *
     * @param open the conversations that were open, the newest first
     * @param read how many of them were read
     * @param at the last activity of the last one that is over; null before the first
     */
    public record Place(
            List<ConversationId> open, int read, @Nullable Instant at, String id) {}

    /**
     * A stretch of them.
     *
     * @param next where the next one begins; null behind the last
     */
    public record Page(List<Recorded> items, @Nullable Place next) {}

    private record Open(@Id String id, ConversationId conversationId, Instant lastActivityAt) {}

    private record Taken(
            @Nullable List<Decision> decisions, @Nullable List<Decision> verdicts) {
        List<Decision> all() {
            return Stream.concat(
                            requireNonNullElse(decisions, List.<Decision>of()).stream(),
                            requireNonNullElse(verdicts, List.<Decision>of()).stream())
                    .toList();
        }
    }

    private record Stored(
            @Id String id,
            ConversationId conversationId,
            Instant lastActivityAt,
            @Nullable Taken course) {
        Recorded recorded() {
            return new Recorded(conversationId, course == null ? List.of() : course.all());
        }
    }

    private final MongoTemplate mongo;

    RecordedDecisions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** About how many conversations there are; one that is just being recorded counts twice. */
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
        var place = from == null ? new Place(open(), 0, null, "") : from;
        return place.read() < place.open().size() ? open(place, size) : over(place, size);
    }

    /**
     * They are put in their order here, and once: an index by their last activity would have to be written with every
     * message.
     */
    private List<ConversationId> open() {
        var all = new Query();
        all.fields().include("conversationId", "lastActivityAt");
        return mongo.find(all, Open.class, LiveConversations.COLLECTION).stream()
                .sorted(NEWEST_OPEN)
                .map(Open::conversationId)
                .toList();
    }

    /** Of those that have ended since they were listed, what is recorded. */
    private Page open(Place place, int size) {
        var end = Math.min(place.read() + size, place.open().size());
        var wanted = place.open().subList(place.read(), end);
        var found = new HashMap<ConversationId, Recorded>();
        read(where("conversationId").in(wanted), LiveConversations.COLLECTION, found);
        var over = wanted.stream()
                .filter(id -> !found.containsKey(id))
                .map(ConversationId::value)
                .toList();
        if (!over.isEmpty()) {
            read(where("_id").in(over), Recordings.COLLECTION, found);
        }
        var items = wanted.stream().map(found::get).filter(Objects::nonNull).toList();
        return new Page(items, new Place(place.open(), end, null, ""));
    }

    private void read(Criteria which, String collection, Map<ConversationId, Recorded> found) {
        mongo.find(decisions(which), Stored.class, collection)
                .forEach(stored -> found.put(stored.conversationId(), stored.recorded()));
    }

    private Page over(Place place, int size) {
        var query = decisions(behind(place)).with(NEWEST).limit(size);
        var found = mongo.find(query, Stored.class, Recordings.COLLECTION);
        var read = Set.copyOf(place.open());
        var items = found.stream()
                .filter(stored -> !read.contains(stored.conversationId()))
                .map(Stored::recorded)
                .toList();
        if (found.size() < size) {
            return new Page(items, null);
        }
        var last = found.getLast();
        return new Page(items, new Place(place.open(), place.read(), last.lastActivityAt(), last.id()));
    }

    private static Query decisions(Criteria which) {
        var query = new Query(which);
        query.fields().include("conversationId", "lastActivityAt", "course.decisions", "course.verdicts");
        return query;
    }

    private static Criteria behind(Place place) {
        var at = place.at();
        if (at == null) {
            return new Criteria();
        }
        return new Criteria()
                .orOperator(
                        where("lastActivityAt").lt(at),
                        where("lastActivityAt").is(at).and("_id").gt(place.id()));
    }
}
