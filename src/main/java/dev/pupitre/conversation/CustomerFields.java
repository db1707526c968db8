package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** What administrators want to be known of every customer: one document for all. */
@Repository
class CustomerFields {
    static final String COLLECTION = "customerFields";
    static final int MOST = 30;
    private static final String ONLY = "all";

    /** All of them, in the order in which they are shown. */
    record Definitions(@Id String id, List<CustomerField> fields, Long version) {
        static final Definitions NONE = new Definitions(ONLY, List.of(), 0L);
    }

    /** Another administrator was faster. */
    static final class FieldsChanged extends Conflict {
        FieldsChanged() {
            super(
                    "Expected the fields as they are now, but they were changed meanwhile",
                    URI.create("https://pupitre.dev/problems/changed-meanwhile"));
        }
    }

    private final MongoTemplate mongo;

    CustomerFields(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Definitions all() {
        return Optional.ofNullable(mongo.findById(ONLY, Definitions.class, COLLECTION))
                .orElse(Definitions.NONE);
    }

    /** Values of fields that are gone stay where they are, and are seen again with the field. */
    Definitions replace(List<CustomerField> fields, long version) {
        check(fields);
        var next = new Definitions(ONLY, List.copyOf(fields), version + 1);
        if (version > 0) {
            var same = query(where("_id").is(ONLY).and("version").is(version));
            if (mongo.replace(same, next, COLLECTION).getMatchedCount() == 1) {
                return next;
            }
        } else {
            try {
                return mongo.insert(next, COLLECTION);
            } catch (DuplicateKeyException defined) {
                throw new FieldsChanged();
            }
        }
        throw new FieldsChanged();
    }

    private static void check(List<CustomerField> fields) {
        var problems = new ArrayList<FieldProblem>();
        var ids = new HashSet<String>();
        var names = new HashSet<String>();
        for (int index = 0; index < fields.size(); index++) {
            var field = fields.get(index);
            var path = "fields[" + index + "]";
            if (!ids.add(field.id())) {
                problems.add(new FieldProblem(path + ".id", "must be another than those before"));
            }
            if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
                problems.add(new FieldProblem(path + ".name", "must be another than those before"));
            }
            if (field.kind() == CustomerField.Kind.CHOICE && field.choices().isEmpty()) {
                problems.add(new FieldProblem(path + ".choices", "must not be empty"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
