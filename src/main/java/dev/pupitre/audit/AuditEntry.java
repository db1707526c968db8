package dev.pupitre.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One act.
 *
 * @param by the user's id, absent where Pupitre acted by itself
 * @param token the name of the API token by which it was asked for, absent for a browser
 * @param outcome stays unknown where the act stopped halfway, or the application did at that very moment
 * @param status what was answered to an act that stopped halfway
 */
@Document("audit")
record AuditEntry(
        @Id String id,
        @Indexed Instant at,
        @Nullable String by,
        @Nullable String name,
        @Nullable String token,
        @Nullable String address,
        Act act,
        Act.Area area,
        @Nullable String subject,
        List<Change> changes,
        Outcome outcome,
        @Nullable Integer status) {

    /** What was changed about it, in short. */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** How it went. */
    enum Outcome {
        UNKNOWN,
        DONE
    }
}
