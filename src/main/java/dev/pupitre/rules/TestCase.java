package dev.pupitre.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a table has to say to some facts, in whatever version; inputs and outputs are lists, as their names may have
 * signs in them that the store's names may not.
 */
@Document("tableCases")
record TestCase(
        @Id String id,
        @Indexed String table,
        String name,
        List<Entry> inputs,
        List<Entry> expected,
        Person author,
        Instant at) {
    /** A value by its name. */
    record Entry(String name, @Nullable Object value) {}
}
