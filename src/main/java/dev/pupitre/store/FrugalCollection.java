package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts no more documents in order than are asked for; as shipped, the first of many are found by sorting all of them,
 * which takes far longer than reading them.
 */
class FrugalCollection extends H2Collection {
    FrugalCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> data,
            MVMap<String, Object> facts,
            CursorRegistry cursors) {
        super(database, name, options, data, facts, cursors);
    }

    @Override
    protected QueryResult matchDocumentsFromStream(
            Document query,
            Stream<Document> documents,
            int skipped,
            int limit,
            int batchSize,
            @Nullable Comparator<Document> order,
            @Nullable Document fields) {
        Stream<Document> read = order == null || limit <= 0
                ? documents
                : first((long) skipped + limit, documents.filter(found -> documentMatchesQuery(found, query)), order);
        return super.matchDocumentsFromStream(query, read, skipped, limit, batchSize, order, fields);
    }

    /** In the order of the index that leaves the fewest to read, which then is read only as far as it is asked for. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document order,
            int skipped,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Optional<Stretch> stretch = order == null || order.isEmpty() || isLookedUp(query)
                ? Optional.empty()
                : sorted().flatMap(index -> index.stretch(query, order).stream())
                        .min(Comparator.comparingLong(Stretch::count));
        if (stretch.isEmpty()) {
            return super.queryDocuments(query, order, skipped, limit, batchSize, fields);
        }
        int jumped = stretch.get().isExact() ? skipped : 0;
        Iterable<Object> positions = () -> stretch.get().positions(jumped);
        return matchDocuments(query, positions, null, skipped - jumped, limit, batchSize, fields);
    }

    /** How many documents fit, of which only those with the same first values are read; empty where no index knows. */
    synchronized OptionalLong countByIndex(Document query) {
        return query.isEmpty() || isLookedUp(query)
                ? OptionalLong.empty()
                : sorted().flatMap(index -> index.stretch(query, null).stream())
                        .min(Comparator.comparing(Stretch::isExact).reversed().thenComparingLong(Stretch::count))
                        .map(stretch -> OptionalLong.of(stretch.isExact() ? stretch.count() : fitting(stretch, query)))
                        .orElse(OptionalLong.empty());
    }

    private long fitting(Stretch stretch, Document query) {
        Iterable<Object> positions = () -> stretch.positions(0);
        return StreamSupport.stream(positions.spliterator(), false)
                .filter(position -> documentMatchesQuery(getDocument(position), query))
                .count();
    }

    private boolean isLookedUp(Document query) {
        return getIndexes().stream().anyMatch(index -> index.canHandle(query));
    }

    private Stream<SortedIndex> sorted() {
        return getIndexes().stream().filter(SortedIndex.class::isInstance).map(SortedIndex.class::cast);
    }

    private record Found(Document document, long place) {}

    /** Of those that are equal the first ones, in the order they come in. */
    private static Stream<Document> first(long count, Stream<Document> documents, Comparator<Document> order) {
        Comparator<Found> ranking = Comparator.comparing(Found::document, order).thenComparingLong(Found::place);
        PriorityQueue<Found> kept = new PriorityQueue<>(ranking.reversed());
        long place = 0;
        for (Iterator<Document> each = documents.iterator(); each.hasNext(); place++) {
            Found found = new Found(each.next(), place);
            if (kept.size() < count) {
                kept.add(found);
            } else if (ranking.compare(found, kept.element()) < 0) {
                kept.remove();
                kept.add(found);
            }
        }
        return kept.stream().sorted(ranking).map(Found::document);
    }
}
