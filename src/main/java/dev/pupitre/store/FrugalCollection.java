package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
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

    /** Where all that a query asks for is, in no order, of which some may be there twice. */
    private record Places(List<Stretch> stretches) {
        long count() {
            return stretches.stream().mapToLong(Stretch::count).sum();
        }

        /** Than would be read in the order asked for until so many are found; 0 for all. */
        boolean areFewerThan(Optional<Stretch> inOrder, long wanted) {
            return inOrder.map(Stretch::count)
                    .map(all -> wanted == 0 ? all : Math.min(all, wanted * all / Math.max(1, count())))
                    .map(read -> count() <= read)
                    .orElse(true);
        }

        Set<Object> positions() {
            Set<Object> once = new LinkedHashSet<>();
            stretches.forEach(stretch -> stretch.positions(0).forEachRemaining(once::add));
            return once;
        }
    }

    /** Empty where the query does not ask for one of several, or where an index is missing for one of these. */
    private Optional<Places> places(Document query) {
        if (isLookedUp(query)) {
            return Optional.empty();
        }
        return Alternatives.of(query).flatMap(each -> {
            List<Stretch> found =
                    each.stream().flatMap(one -> shortest(one).stream()).toList();
            return found.size() == each.size() ? Optional.of(new Places(found)) : Optional.empty();
        });
    }

    private Optional<Stretch> shortest(Document query) {
        return sorted().flatMap(index -> index.stretch(query, null).stream())
                .min(Comparator.comparingLong(Stretch::count));
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
        Optional<Places> places = places(query);
        if (places.isPresent() && places.get().areFewerThan(stretch, limit == 0 ? 0 : (long) skipped + limit)) {
            return matchDocuments(query, places.get().positions(), order, skipped, limit, batchSize, fields);
        }
        if (stretch.isEmpty()) {
            return super.queryDocuments(query, order, skipped, limit, batchSize, fields);
        }
        int jumped = stretch.get().isExact() ? skipped : 0;
        Iterable<Object> positions = () -> stretch.get().positions(jumped);
        return matchDocuments(query, positions, null, skipped - jumped, limit, batchSize, fields);
    }

    /** How many documents fit, of which only those with the same first values are read; empty where no index knows. */
    synchronized OptionalLong countByIndex(Document query) {
        if (query.isEmpty() || isLookedUp(query)) {
            return OptionalLong.empty();
        }
        Optional<Stretch> stretch = sorted().flatMap(index -> index.stretch(query, null).stream())
                .min(Comparator.comparing(Stretch::isExact).reversed().thenComparingLong(Stretch::count));
        if (stretch.filter(Stretch::isExact).isPresent()) {
            return OptionalLong.of(stretch.get().count());
        }
        Optional<Places> places = places(query);
        if (places.isPresent() && places.get().areFewerThan(stretch, 0)) {
            return OptionalLong.of(fitting(places.get().positions(), query));
        }
        return stretch.map(found -> OptionalLong.of(fitting(() -> found.positions(0), query)))
                .orElse(OptionalLong.empty());
    }

    private long fitting(Iterable<Object> positions, Document query) {
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
