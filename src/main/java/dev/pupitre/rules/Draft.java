package dev.pupitre.rules;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A table that is being changed; it decides nothing yet.
 *
 * @param basedOn the version that it began with, or that its author has taken into account since
 * @param author who saved it last
 * @param revision counts how often it was saved
 */
@Document("tableDrafts")
record Draft(@Id String id, @Indexed String table, int basedOn, Person author, Instant at, long revision, String dmn) {
    Draft saved(Person by, Instant when, int base, String content) {
        return new Draft(id, table, base, by, when, revision + 1, content);
    }

    TableVersion.Origin origin() {
        return new TableVersion.Origin(id, revision);
    }
}
