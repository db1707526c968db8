package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.util.StringUtils;

/** Reads those that are open and those that are over in one order, of which each collection has its part. */
final class MergedOrder {
    /** What one is sorted by, and where it is. */
    private record Head(Document keys, String collection) {
        String id() {
            return keys.getString("_id");
        }

        @Nullable
        Object at(List<String> path) {
            return keys.getEmbedded(path, Object.class);
        }
    }

    private final MongoTemplate mongo;
    private final Criteria criteria;
    private final Sort order;

    MergedOrder(MongoTemplate mongo, Criteria criteria, Sort order) {
        this.mongo = mongo;
        this.criteria = criteria;
        this.order = order;
    }

    /**
     * Of the first {@code offset}, at least as many are of one part as the other does not have: they are skipped. What is
     * left to be merged is never more than twice the smaller part and the page, and of these only what they are sorted by
     * is read.
     */
    List<StoredConversation> read(long live, long recorded, long offset, int size) {
        var ofLive = Math.min(live, Math.max(0, offset - recorded));
        var ofRecorded = Math.min(recorded, Math.max(0, offset - live));
        var end = offset + size;
        var heads = new ArrayList<Head>();
        heads.addAll(heads(LiveConversations.COLLECTION, ofLive, Math.min(live, end)));
        heads.addAll(heads(Recordings.COLLECTION, ofRecorded, Math.min(recorded, end)));
        heads.sort(comparator());
        return whole(
                heads.stream().skip(offset - ofLive - ofRecorded).limit(size).toList());
    }

    private List<Head> heads(String collection, long from, long to) {
        if (from >= to) {
            return List.of();
        }
        var asked = new Query(criteria).with(order).skip(from).limit(Math.toIntExact(to - from));
        asked.fields().include(order.stream().map(Sort.Order::getProperty).toArray(String[]::new));
        return mongo.find(asked, Document.class, collection).stream()
                .map(keys -> new Head(keys, collection))
                .toList();
    }

    /** What has moved on meanwhile is left out. */
    private List<StoredConversation> whole(List<Head> page) {
        var found = new HashMap<String, StoredConversation>();
        Stream.of(LiveConversations.COLLECTION, Recordings.COLLECTION)
                .forEach(collection -> found.putAll(whole(page, collection)));
        return page.stream()
                .map(Head::id)
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, StoredConversation> whole(List<Head> page, String collection) {
        var ids = page.stream()
                .filter(head -> head.collection().equals(collection))
                .map(Head::id)
                .toList();
        var found = new HashMap<String, StoredConversation>();
        if (!ids.isEmpty()) {
            mongo.find(query(where("_id").in(ids)), StoredConversation.class, collection)
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    private Comparator<Head> comparator() {
        return order.stream()
                .map(MergedOrder::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<Head> comparator(Sort.Order order) {
        var path = List.of(StringUtils.delimitedListToStringArray(order.getProperty(), "."));
        Comparator<Head> ascending = (one, other) -> compare(one.at(path), other.at(path));
        return order.isAscending() ? ascending : ascending.reversed();
    }

    /** As the store does: what is not there comes first. */
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return switch (one) {
            case String words when other instanceof String others -> words.compareTo(others);
            case Date time
            when other instanceof Date another -> time.toInstant().compareTo(another.toInstant());
            case Number number
            when other instanceof Number another -> Long.compare(number.longValue(), another.longValue());
            default -> throw new IllegalStateException("Expected two of a kind, but got " + one + " and " + other);
        };
    }
}
