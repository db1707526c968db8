package dev.pupitre.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalFailure;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import scala.util.Either;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides by the tables that come with this version without asking the broker: {@code dmn/} read once, evaluated in
 * process by the DMN engine that stands inside Zeebe, too.
 */
@Component
public class DecisionTables {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final Map<String, ParsedDmn> tables = new HashMap<>();
    private final Map<String, TableRows> rows = new HashMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    /**
     * What a table says, and why.
     *
     * @param version of the table, as the engine counts it; null while it has not told
     * @param row the matching row, the first is 1; null where none matches or the table cannot be evaluated
     * @param description what is written beside the row
     * @param outputs by name; without those that are null
     * @param inputs column by column; none where the table cannot be evaluated
     */
    public record Explanation(
            @Nullable Integer version,
            @Nullable Integer row,
            @Nullable String description,
            Map<String, Object> outputs,
            List<Input> inputs) {}

    /**
     * What a column of a table was asked.
     *
     * @param name the column's heading
     * @param value a text, a number, true or false; null where there was none
     */
    public record Input(String name, @Nullable Object value) {}

    /**
     * What a row says.
     *
     * @param row the first is 1
     * @param cells the outputs as they are written, by name
     */
    public record Saying(
            String table,
            @Nullable Integer version,
            int row,
            @Nullable String description,
            Map<String, String> cells) {
        /** The plain text that it says; empty for nothing, and for what is worked out. */
        public Optional<String> text(String output) {
            return TableSayings.text(cells.getOrDefault(output, ""));
        }
    }

    DecisionTables() {
        this(packaged());
    }

    /** Of several tables for a decision the last one counts. */
    DecisionTables(List<Resource> files) {
        for (var file : files) {
            try (var table = file.getInputStream()) {
                read(table, String.valueOf(file.getFilename()));
            } catch (IOException failure) {
                throw new UncheckedIOException("Expected readable tables in dmn/", failure);
            }
        }
    }

    static List<Resource> packaged() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:dmn/*.dmn"));
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected readable tables in dmn/", failure);
        }
    }

    private void read(InputStream table, String name) {
        var parsed = engine.parse(table);
        if (parsed.isLeft()) {
            throw new IllegalStateException("Expected a valid table in dmn/%s, but: %s"
                    .formatted(name, parsed.left().toOption().get().message()));
        }
        var dmn = parsed.toOption().get();
        var decisions = dmn.decisionsById().keysIterator();
        while (decisions.hasNext()) {
            var decision = decisions.next();
            tables.put(decision, dmn);
            rows.put(decision, TableRows.of(dmn.model(), decision));
        }
    }

    /**
     * What the table says about the facts.
     *
     * @param facts a record whose components are the variables that the table's inputs name
     * @param result a record with a component for each of the table's outputs
     * @throws IllegalStateException when there is no such table, no rule fits or an expression fails
     */
    public <T> T decide(String decisionId, Object facts, Class<T> result) {
        return JSON.convertValue(
                value(decisionId, engine.eval(table(decisionId), decisionId, variables(facts))), result);
    }

    /** What the table says about the facts, and by which row; a table that cannot be evaluated says nothing. */
    public Explanation explain(String decisionId, Object facts) {
        var answer = engine.eval(table(decisionId), decisionId, variables(facts));
        var version = versions.get(decisionId);
        if (answer.isLeft()) {
            return new Explanation(version, null, null, Map.of(), List.of());
        }
        var decided = answer.toOption().get();
        var row = TableRows.matched(decided.auditLog(), decisionId).flatMap(rowsOf(decisionId)::find);
        return new Explanation(
                version,
                row.map(TableRows.Row::number).orElse(null),
                row.map(TableRows.Row::description).orElse(null),
                decided.isNil() ? Map.of() : outputs(decided.value()),
                TableInputs.of(decided.auditLog(), decisionId));
    }

    /**
     * The times of day that are named by the rows which may fit where the variable has this value: only at these, and
     * at midnight, the table's answer can change.
     */
    public SortedSet<LocalTime> borders(String decisionId, String variable, String value) {
        return rowsOf(decisionId).times(variable, value);
    }

    /** What the table's rows say, in their order. */
    public List<Saying> sayings(String decisionId) {
        return TableSayings.of(table(decisionId).model(), decisionId, versions.get(decisionId));
    }

    /** Which version of the table decides, as the engine counts it; empty while it has not told. */
    public Optional<Integer> version(String decisionId) {
        return Optional.ofNullable(versions.get(decisionId));
    }

    /** The engine has told which version of a table it has. */
    void deployed(String decisionId, int version) {
        versions.put(decisionId, version);
    }

    private TableRows rowsOf(String decisionId) {
        table(decisionId);
        return Objects.requireNonNull(rows.get(decisionId));
    }

    private ParsedDmn table(String decisionId) {
        var table = tables.get(decisionId);
        if (table == null) {
            throw new IllegalStateException(
                    "Expected a table for decision %s, but there is none".formatted(decisionId));
        }
        return table;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> outputs(Object value) {
        var outputs = new TreeMap<String, Object>();
        JSON.convertValue(value, Map.class).forEach((name, output) -> {
            if (output != null) {
                outputs.put(String.valueOf(name), output);
            }
        });
        return outputs;
    }

    /**
     * The texts that the table's rows compare an input with, in the order of the rows.
     *
     * @param input as the input's expression stands in the table
     */
    public Set<String> literals(String decisionId, String input) {
        return TableLiterals.of(table(decisionId).model(), decisionId, input);
    }

    /** Says why by the failure's own message: the audit log beside it names every cell of the table. */
    private static Object value(String decisionId, Either<EvalFailure, EvalResult> answer) {
        if (answer.isLeft()) {
            throw new IllegalStateException("Expected decision %s to be taken, but: %s"
                    .formatted(
                            decisionId, answer.left().toOption().get().failure().message()));
        }
        var decided = answer.toOption().get();
        if (decided.isNil()) {
            throw new IllegalStateException(
                    "Expected a rule of decision %s to fit, but none did".formatted(decisionId));
        }
        return decided.value();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Object facts) {
        return JSON.convertValue(facts, Map.class);
    }
}
