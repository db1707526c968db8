package dev.pupitre.routing;

import java.util.List;
import java.util.Optional;
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

    private record Stored(@Id String id, List<String> reasons) {}

    private final MongoTemplate mongo;

    BreakReasons(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<String> all() {
        return Optional.ofNullable(mongo.findById(ONLY, Stored.class, COLLECTION))
                .map(Stored::reasons)
                .orElse(USUAL);
    }

    /** The whole list; each once. */
    List<String> set(List<String> reasons) {
        var once = reasons.stream().map(String::strip).distinct().toList();
        mongo.save(new Stored(ONLY, once), COLLECTION);
        return once;
    }
}
