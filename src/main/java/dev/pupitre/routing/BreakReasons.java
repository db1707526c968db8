package dev.pupitre.routing;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.InvalidInput;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** What kinds of breaks agents can take, as an administrator has set them. */
@Repository
class BreakReasons {
    static final int LONGEST = 40;

    /** The screens have words for these in every language. */
    static final List<String> USUAL = List.of("LUNCH", "SHORT_BREAK", "MEETING", "TRAINING");

    private static final String COLLECTION = "breakReasons";
    private static final String ONLY = "reasons";

    /** @param version none in a list of an earlier version */
    private record Stored(
            @Id String id, List<String> reasons, @Nullable Long version) {}

    /**
     * The kinds of breaks there are.
     *
     * @param version grows with each change; 0 before the first
     */
    record Listed(List<String> reasons, long version) {}

    /** Another administrator was faster. */
    static final class ReasonsChanged extends Conflict {
        ReasonsChanged() {
            super(
                    "Expected the kinds of breaks as they are now, but they were changed meanwhile",
                    URI.create("https://pupitre.dev/problems/changed-meanwhile"));
        }
    }

    private final MongoTemplate mongo;

    BreakReasons(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Listed all() {
        return stored().map(stored -> new Listed(stored.reasons(), version(stored)))
                .orElse(new Listed(USUAL, 0));
    }

    /** The whole list; each once. */
    Listed set(List<String> reasons, long version) {
        var once = reasons.stream().map(String::strip).distinct().toList();
        var before = stored();
        if (version != before.map(BreakReasons::version).orElse(0L)) {
            throw new ReasonsChanged();
        }
        var next = new Stored(ONLY, once, version + 1);
        if (before.isEmpty()) {
            insert(next);
        } else {
            replace(before.get(), next);
        }
        return new Listed(once, version + 1);
    }

    private void insert(Stored next) {
        try {
            mongo.insert(next, COLLECTION);
        } catch (DuplicateKeyException faster) {
            throw new ReasonsChanged();
        }
    }

    private void replace(Stored before, Stored next) {
        var same = where("_id").is(ONLY).and("version").is(before.version());
        if (mongo.replace(query(same), next, COLLECTION).getMatchedCount() == 0) {
            throw new ReasonsChanged();
        }
    }

    /** Breaks have a reason of the list or none, and nothing else has one. */
    void check(@Nullable Pause pause) {
        if (pause == null || pause.reason() == null) {
            return;
        }
        if (pause.kind() != Pause.Kind.BREAK) {
            throw new InvalidInput("pause.reason", "Expected none but for a break, but got one for " + pause.kind());
        }
        var reasons = all().reasons();
        if (!reasons.contains(pause.reason())) {
            throw new InvalidInput(
                    "pause.reason", "Expected one of " + String.join(", ", reasons) + ", but got " + pause.reason());
        }
    }

    private Optional<Stored> stored() {
        return Optional.ofNullable(mongo.findById(ONLY, Stored.class, COLLECTION));
    }

    private static long version(Stored stored) {
        return stored.version() == null ? 0 : stored.version();
    }
}
