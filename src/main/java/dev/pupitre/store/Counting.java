package dev.pupitre.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way in which drivers count: by an aggregation of two stages, which matches and then counts. */
final class Counting {
    private static final Document GROUP = new Document("_id", 1).append("n", new Document("$sum", 1));

    private Counting() {}

    /** What is to be counted; null where the command is for something else. */
    static @Nullable Document asked(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                        && stages.size() == 2
                        && stages.getFirst() instanceof Document first
                        && first.size() == 1
                        && first.get("$match") instanceof Document match
                        && stages.getLast() instanceof Document last
                        && last.equals(new Document("$group", GROUP))
                ? match
                : null;
    }

    /** As the group of all that match, which is not there when nothing does. */
    static Document answer(String namespace, long count) {
        var batch = count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", Math.toIntExact(count)));
        var cursor = new Document(Map.of("id", 0L, "ns", namespace, "firstBatch", batch));
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
