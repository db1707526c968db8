package dev.pupitre.rules;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The saved cases of each table, and whether a table says what they expect. */
@Repository
class Cases {
    /** All of a table's are run whenever it changes. */
    static final int MOST = 500;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    Cases(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** What a case is about, as somebody writes it. */
    record Written(String name, Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> expected) {}

    private static final class NoSuchCase extends NotFound {
        NoSuchCase(String id) {
            super("Expected a case, but there is none with the id " + id);
        }
    }

    /** In the order in which they were written. */
    List<TestCase> all(TableName table) {
        return mongo.find(query(where("table").is(table.id())).limit(MOST), TestCase.class).stream()
                .sorted(Comparator.comparing(TestCase::id))
                .toList();
    }

    TestCase add(TableName table, Written written, Person by) {
        demandNames(table, written);
        if (all(table).size() >= MOST) {
            throw new InvalidInput("name", "is one too many: a table has at most %d cases".formatted(MOST));
        }
        return mongo.insert(stored(ids.generate().toString(), table, written, by));
    }

    TestCase change(TableName table, String id, Written written, Person by) {
        demandNames(table, written);
        var changed = stored(id, table, written, by);
        var found = query(where("_id").is(id).and("table").is(table.id()));
        if (mongo.replace(found, changed).getMatchedCount() == 0) {
            throw new NoSuchCase(id);
        }
        return changed;
    }

    /** False where it was gone. */
    boolean remove(TableName table, String id) {
        var found = query(where("_id").is(id).and("table").is(table.id()));
        return mongo.remove(found, TestCase.class).getDeletedCount() > 0;
    }

    private TestCase stored(String id, TableName table, Written written, Person by) {
        return new TestCase(
                id,
                table.id(),
                written.name().strip(),
                CaseView.entries(written.inputs()),
                CaseView.entries(written.expected()),
                by,
                clock.instant());
    }

    private static void demandNames(TableName table, Written written) {
        var file = DmnReader.parse(table, table.packaged());
        var _ = Facts.of(file, written.inputs());
        if (written.expected().isEmpty()) {
            throw new InvalidInput("expected", "must name an output at least");
        }
        for (var output : written.expected().keySet()) {
            if (file.outputs().stream().noneMatch(known -> known.name().equals(output))) {
                throw new InvalidInput("expected." + output, "is no output of " + table);
            }
        }
    }

    /** What each case comes to with this table. */
    List<CaseOutcome> run(TableName table, Subject subject) {
        return all(table).stream().map(each -> outcome(each, subject)).toList();
    }

    /** A table may head its columns otherwise than the packaged one, which the case was written for. */
    private static CaseOutcome outcome(TestCase written, Subject subject) {
        Trial trial;
        try {
            trial = Trial.of(subject, CaseView.map(written.inputs()));
        } catch (InvalidInput unknown) {
            return new CaseOutcome(written.id(), written.name(), false, null, Map.of(), unknown.getMessage());
        }
        var passed = trial.failure() == null && Outputs.say(trial.outputs(), CaseView.map(written.expected()));
        return new CaseOutcome(written.id(), written.name(), passed, trial.row(), trial.outputs(), trial.failure());
    }
}
