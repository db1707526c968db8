package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.dmn.DmnEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides by the tables without asking the broker: evaluated in process by the DMN engine that stands inside Zeebe, too.
 * Until another version is deployed, a table is the one in {@code dmn/}.
 */
@Component
public class DecisionTables {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final Map<String, LoadedTable> tables = new ConcurrentHashMap<>();

    /**
     * What a table says, and why.
     *
     * @param version of the table; null while nobody has told
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

    /** What a table says, and why. */
    public record Answer<T>(T result, Explanation why) {}

    /**
     * What a column of a table was asked.
     *
     * @param name the column's heading
     * @param value a text, a number, true or false; null where there was none
     */
    public record Input(String name, @Nullable Object value) {}

    /** Whether a value that was kept of what a column was asked went on: then it is not known to its end. */
    public static boolean isCut(@Nullable Object kept) {
        return kept instanceof String text && TableInputs.isCut(text);
    }

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

    private void read(InputStream file, String name) {
        try {
            tables.putAll(LoadedTable.parse(engine, file));
        } catch (TableRefused refusal) {
            throw new IllegalStateException(
                    "Expected a valid table in dmn/%s, but: %s".formatted(name, refusal.getMessage()), refusal);
        }
    }

    /**
     * Decides by this table from now on.
     *
     * @param version its number
     * @param byEngine the number that the engine counts it by
     * @throws TableRefused when it cannot be read; then the one before goes on deciding
     */
    public void use(String decisionId, String dmn, int version, int byEngine) {
        var found = LoadedTable.parse(engine, new ByteArrayInputStream(dmn.getBytes(UTF_8)))
                .get(decisionId);
        if (found == null) {
            throw new TableRefused("Expected a table for decision " + decisionId, null);
        }
        var _ = tables.compute(
                decisionId, (_, before) -> found.as(version, byEngine).after(before));
    }

    /** Changes whenever another table decides: what was worked out before need not be true any more. */
    public int edition(String decisionId) {
        return table(decisionId).edition();
    }

    /**
     * What the table says about the facts.
     *
     * @param facts a record whose components are the variables that the table's inputs name
     * @param result a record with a component for each of the table's outputs
     * @throws IllegalStateException when there is no such table, no rule fits or an expression fails
     */
    public <T> T decide(String decisionId, Object facts, Class<T> result) {
        var asked = variables(facts);
        return JSON.convertValue(outputs(decisionId, table(decisionId).runs().ask(run -> run.decide(asked))), result);
    }

    /** The same, and by which row. */
    public <T> Answer<T> answer(String decisionId, Object facts, Class<T> result) {
        var table = table(decisionId);
        var asked = variables(facts);
        return table.runs().ask(run -> {
            var answer = run.decide(asked);
            return new Answer<>(JSON.convertValue(outputs(decisionId, answer), result), why(table, run, asked, answer));
        });
    }

    /** What the table says about the facts, and by which row; a table that cannot be evaluated says nothing. */
    public Explanation explain(String decisionId, Object facts) {
        var table = table(decisionId);
        var asked = variables(facts);
        return table.runs().ask(run -> why(table, run, asked, run.decide(asked)));
    }

    private static Explanation why(LoadedTable table, TableRun run, Map<String, Object> asked, TableAnswer answer) {
        return switch (answer) {
            case TableAnswer.Decided decided -> {
                var row = Optional.ofNullable(decided.row()).map(table.rows()::row);
                yield new Explanation(
                        table.version(),
                        decided.row(),
                        row.map(TableRows.Row::description).orElse(null),
                        said(decided.outputs()),
                        run.inputs(asked));
            }
            case TableAnswer.Undecided _ -> new Explanation(table.version(), null, null, Map.of(), run.inputs(asked));
            case TableAnswer.Failed _, TableAnswer.Unknown _ ->
                new Explanation(table.version(), null, null, Map.of(), List.of());
        };
    }

    /**
     * The times of day that are named by the rows which may fit where the variable has this value: only at these, and
     * at midnight, the table's answer can change, unless {@link #hasUnreadBorders} says that there may be others.
     */
    public SortedSet<LocalTime> borders(String decisionId, String variable, String value) {
        return table(decisionId).rows().times(variable, value);
    }

    /** Whether a row that may fit asks for the time otherwise than by naming some, such as {@code ?.hour >= 9}. */
    public boolean hasUnreadBorders(String decisionId, String variable, String value) {
        return table(decisionId).rows().hasUnreadTimes(variable, value);
    }

    /** Whether any row of the table may have to know this variable; false where nobody asks for it. */
    public boolean asksFor(String decisionId, String variable) {
        return table(decisionId).rows().asksFor(variable);
    }

    /** What the table's rows say, in their order. */
    public List<Saying> sayings(String decisionId) {
        var table = table(decisionId);
        return TableSayings.of(table.dmn().model(), decisionId, table.version());
    }

    /** Which version of the table decides; empty while nobody has told. */
    public Optional<Integer> version(String decisionId) {
        return Optional.ofNullable(table(decisionId).version());
    }

    /** The engine has told which version it has of a table that nobody else counts. */
    void deployed(String decisionId, int version) {
        var _ = tables.computeIfPresent(decisionId, (_, table) -> table.as(version, version));
    }

    /** The version that the engine counts by this number. */
    public int versionOf(String decisionId, int byEngine) {
        var table = tables.get(decisionId);
        return table == null ? byEngine : byEngine + table.ahead();
    }

    private LoadedTable table(String decisionId) {
        var table = tables.get(decisionId);
        if (table == null) {
            throw new IllegalStateException(
                    "Expected a table for decision %s, but there is none".formatted(decisionId));
        }
        return table;
    }

    private static Map<String, Object> said(Map<String, @Nullable Object> outputs) {
        var said = new TreeMap<String, Object>();
        outputs.forEach((name, output) -> {
            if (output != null) {
                said.put(name, output);
            }
        });
        return said;
    }

    /**
     * The texts that the table's rows compare an input with, in the order of the rows.
     *
     * @param input as the input's expression stands in the table
     */
    public Set<String> literals(String decisionId, String input) {
        return TableLiterals.of(table(decisionId).dmn().model(), decisionId, input);
    }

    private static Map<String, @Nullable Object> outputs(String decisionId, TableAnswer answer) {
        return switch (answer) {
            case TableAnswer.Decided decided -> decided.outputs();
            case TableAnswer.Undecided _ ->
                throw new IllegalStateException(
                        "Expected a rule of decision %s to fit, but none did".formatted(decisionId));
            case TableAnswer.Failed failed ->
                throw new IllegalStateException(
                        "Expected decision %s to be taken, but: %s".formatted(decisionId, failed.message()));
            case TableAnswer.Unknown _ ->
                throw new IllegalStateException(
                        "Expected all facts for decision %s, but one is not known".formatted(decisionId));
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Object facts) {
        return JSON.convertValue(facts, Map.class);
    }
}
