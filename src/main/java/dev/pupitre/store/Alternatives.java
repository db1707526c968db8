package dev.pupitre.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question with {@code $or}, as several questions of one value for each field, for which an index may know where to
 * look; as shipped, it is answered by reading the whole collection.
 */
final class Alternatives {
    private static final String AND = "$and";
    private static final String IN = "$in";
    private static final String OR = "$or";

    /** Beyond, reading everything is not much slower. */
    private static final int MOST = 1_000;

    private Alternatives() {}

    /** Together they find all that the query asks for, perhaps twice; empty where it asks for no alternatives, or for too many. */
    static Optional<List<Document>> of(Document query) {
        if (!(LookupIndex.asked(query, OR) instanceof Collection<?> branches)) {
            return Optional.empty();
        }
        List<Document> all = new ArrayList<>();
        for (Object branch : branches) {
            if (!(branch instanceof Document conditions)) {
                return Optional.empty();
            }
            all.addAll(spread(conditions));
            if (all.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(all.stream()
                .map(each -> new Document(AND, List.of(each, query)))
                .toList());
    }

    /** One for each pair of values that its fields may have. */
    private static List<Document> spread(Document branch) {
        List<Document> parts = List.of(new Document());
        for (var condition : branch.entrySet()) {
            parts = parts.stream()
                    .flatMap(part -> values(condition.getValue())
                            .map(value -> part.cloneDeeply().append(condition.getKey(), value)))
                    .limit(MOST + 1L)
                    .toList();
        }
        return parts;
    }

    private static Stream<?> values(Object asked) {
        return asked instanceof Document one && one.size() == 1 && one.get(IN) instanceof Collection<?> several
                ? several.stream().distinct()
                : Stream.of(asked);
    }
}
