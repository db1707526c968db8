package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that also finds what a query asks for beside other conditions; as shipped, an index is passed over,
 * and the whole collection read, unless its fields are all that the query asks for.
 *
 * <p>It only says where to look: the collection checks every condition on each document that is found.
 */
class LookupIndex extends Index<Object> {
    private static final String AND = "$and";
    private static final String IN = "$in";

    private final Index<Object> index;
    private final List<String> fields;
    private final boolean severalFromOneList;

    /** @param index what it looks up in, and keeps up to date */
    LookupIndex(Index<Object> index, boolean sparse) {
        super(index.getName(), index.getKeys(), sparse);
        this.index = index;
        fields = index.getKeys().stream().map(IndexKey::getKey).toList();
        severalFromOneList = fields.stream().map(LookupIndex::root).distinct().count() < fields.size();
    }

    private static String root(String field) {
        return field.split("\\.", 2)[0];
    }

    /** The rest is left to the index itself, but for where it forgets that null or other pairs of elements are not in it. */
    @Override
    public boolean canHandle(Document query) {
        return looksUp(query) || (!isSparse() && !severalFromOneList && index.canHandle(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        if (!looksUp(query)) {
            return once(index.getPositions(query));
        }
        Document asked = new Document();
        fields.forEach(field -> asked.put(field, asked(query, field)));
        return once(index.getPositions(asked));
    }

    /** Two of the values asked for may be in one document's list. */
    private static Set<Object> once(Iterable<Object> positions) {
        return StreamSupport.stream(positions.spliterator(), false)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Each field equals a value that every document with it is indexed by: not null, which a sparse index lacks, nor a
     * list, which is indexed by its elements; nor fields of different elements of a list, which are indexed in pairs.
     */
    private boolean looksUp(Document query) {
        if (fields.size() == 1) {
            Object asked = asked(query, fields.getFirst());
            return isPlain(asked) || isOneOfPlain(asked);
        }
        return !severalFromOneList && fields.stream().allMatch(field -> isPlain(asked(query, field)));
    }

    /** What must hold for a field in any case, if only by one of several conditions that must all hold. */
    static @Nullable Object asked(Document query, String field) {
        if (query.containsKey(field) || !(query.get(AND) instanceof Collection<?> conditions)) {
            return query.get(field);
        }
        return conditions.stream()
                .map(condition -> condition instanceof Document part ? asked(part, field) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The one value that this field must equal in any case; null where there is none that is plain. */
    static @Nullable Object equal(Document query, String field) {
        Object asked = asked(query, field);
        if (asked instanceof Document condition
                && isOneOfPlain(condition)
                && condition.get(IN) instanceof Collection<?> values
                && values.size() == 1) {
            return values.iterator().next();
        }
        return isPlain(asked) ? asked : null;
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case String _, Number _, Boolean _, Instant _, UUID _, ObjectId _ -> true;
            case null, default -> false;
        };
    }

    private static boolean isOneOfPlain(@Nullable Object value) {
        return value instanceof Document condition
                && condition.size() == 1
                && condition.get(IN) instanceof Collection<?> values
                && values.stream().allMatch(LookupIndex::isPlain);
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public @Nullable Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
