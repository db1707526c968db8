package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index over several fields that gives the documents in its order, so that the first ones of many, and how many there
 * are, are known without reading them all; as shipped, an index that is not unique is not kept at all.
 */
class SortedIndex extends EmptyIndex<Object> {
    /** After all other keys; under it, how many documents have a value that is not in any one order. */
    private static final byte[] DISORDER = {(byte) 0xff, (byte) 0xff};

    private static final String ID = "_id";

    private final MVMap<byte[], Object> entries;

    /** @param documents how many the collection has; entries of another number were kept by halves, and are made anew */
    SortedIndex(String name, List<IndexKey> keys, MVMap<byte[], Object> entries, LongSupplier documents) {
        super(name, keys);
        this.entries = entries;
        if (ordered() + disordered() != documents.getAsLong()) {
            entries.clear();
        }
    }

    private long disordered() {
        return entries.get(DISORDER) instanceof Long number ? number : 0;
    }

    private long ordered() {
        return entries.sizeAsLong() - (entries.containsKey(DISORDER) ? 1 : 0);
    }

    @Override
    public long getCount() {
        return ordered() + disordered();
    }

    @Override
    public void add(Document document, @Nullable Object position, MongoCollection<Object> collection) {
        keyOf(document).ifPresentOrElse(key -> entries.put(key, Missing.ofNullable(position)), () -> countDisorder(1));
    }

    @Override
    public @Nullable Object remove(Document document) {
        keyOf(document).ifPresentOrElse(entries::remove, () -> countDisorder(-1));
        return null;
    }

    @Override
    public void updateInPlace(
            Document before, Document after, @Nullable Object position, MongoCollection<Object> collection) {
        if (getKeys().stream().anyMatch(key -> !Objects.equals(value(before, key), value(after, key)))) {
            remove(before);
            add(after, position, collection);
        }
    }

    private void countDisorder(long change) {
        var number = disordered() + change;
        if (number > 0) {
            entries.put(DISORDER, number);
        } else {
            entries.remove(DISORDER);
        }
    }

    /** Made different by the document's own key, in whose order equal ones are read anyway. */
    private Optional<byte[]> keyOf(Document document) {
        var key = Optional.of(new SortKey());
        for (var field : getKeys()) {
            key = key.flatMap(so -> so.with(value(document, field), field.isAscending()));
        }
        return key.flatMap(so -> so.with(document.get(ID), true)).map(SortKey::bytes);
    }

    private static @Nullable Object value(Document document, IndexKey field) {
        return Utils.getSubdocumentValueCollectionAware(document, field.getKey());
    }

    /**
     * The stretch for a query that says what the first fields equal, and asks for the order of the others, or for none.
     */
    Optional<Stretch> stretch(Document query, @Nullable Document order) {
        if (entries.containsKey(DISORDER)) {
            return Optional.empty();
        }
        var key = Optional.of(new SortKey());
        var equal = new ArrayList<String>();
        for (var field : getKeys()) {
            var asked = LookupIndex.equal(query, field.getKey());
            if (asked == null) {
                break;
            }
            equal.add(field.getKey());
            key = key.flatMap(so -> so.with(asked, field.isAscending()));
        }
        if (!isOrderedSo(equal.size(), order)) {
            return Optional.empty();
        }
        var exact = query.keySet().equals(Set.copyOf(equal));
        return key.map(so -> new Stretch(entries, so.bytes(), exact));
    }

    private boolean isOrderedSo(int from, @Nullable Document order) {
        if (order == null || order.isEmpty()) {
            return from > 0;
        }
        var rest = getKeys().subList(from, getKeys().size());
        if (order.size() > rest.size()) {
            return false;
        }
        var field = rest.iterator();
        return order.entrySet().stream().allMatch(asked -> {
            var next = field.next();
            return next.getKey().equals(asked.getKey())
                    && asked.getValue() instanceof Number direction
                    && direction.intValue() == (next.isAscending() ? 1 : -1);
        });
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
