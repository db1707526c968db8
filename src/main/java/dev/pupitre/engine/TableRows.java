package dev.pupitre.engine;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.Audit;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;

/** The rows of a table as the analysts see them: numbered from 1, with what is written beside them. */
record TableRows(List<TableRows.Row> rows, List<TableRows.Cells> cells, Set<String> asked) {
    private static final Pattern WORDS = Pattern.compile("\\s*\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*\\s*");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private static final Pattern NO_CONDITION = Pattern.compile("\\s*-?\\s*");

    record Row(int number, @Nullable String description) {}

    /**
     * A row's conditions, by the variable they are about.
     *
     * @param times of day that they, or its yes or no, name
     * @param hasUnreadTimes whether these ask for the time of day otherwise than by comparing it with these
     */
    record Cells(Map<String, String> byVariable, SortedSet<LocalTime> times, boolean hasUnreadTimes) {
        /** @param answers that may be worked out from the time of day, too */
        static Cells of(Map<String, String> conditions, List<String> answers) {
            return new Cells(
                    conditions,
                    Stream.concat(conditions.values().stream(), answers.stream())
                            .flatMap(cell -> NamedTimes.in(cell).stream())
                            .collect(toCollection(TreeSet::new)),
                    conditions.entrySet().stream()
                                    .anyMatch(cell -> NamedTimes.areNotAllOf(cell.getKey(), cell.getValue()))
                            || answers.stream().anyMatch(answer -> NamedTimes.areNotAllOf("", answer)));
        }

        /** A cell that lists words, this one not among them, rules the row out; of all others nothing is presumed. */
        boolean mayFit(String variable, String value) {
            var cell = byVariable.getOrDefault(variable, "-");
            return !WORDS.matcher(cell).matches() || cell.contains("\"" + value + "\"");
        }
    }

    static TableRows of(DmnModelInstance model, String decisionId) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<Cells>();
        Decision decision = model.getModelElementById(decisionId);
        if (decision.getExpression() instanceof DecisionTable table) {
            for (var rule : table.getRules()) {
                rows.add(new Row(rows.size() + 1, describe(rule)));
                cells.add(Cells.of(cellsOf(table, rule), answersOf(table, rule)));
            }
        }
        return new TableRows(List.copyOf(rows), List.copyOf(cells), asked(cells));
    }

    /** All names in conditions, and in what those are about; names of functions, too, which are nobody's variables. */
    private static Set<String> asked(List<Cells> rows) {
        return rows.stream()
                .flatMap(row -> row.byVariable().entrySet().stream())
                .filter(cell -> !NO_CONDITION.matcher(cell.getValue()).matches())
                .flatMap(cell -> Stream.of(cell.getKey(), cell.getValue()))
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(MatchResult::group)
                .collect(toUnmodifiableSet());
    }

    /** Whether a row may have to know this variable. */
    boolean asksFor(String variable) {
        return asked.contains(variable);
    }

    private static Map<String, String> cellsOf(DecisionTable table, Rule rule) {
        var cells = new HashMap<String, String>();
        var inputs = table.getInputs().iterator();
        for (var entry : rule.getInputEntries()) {
            cells.put(
                    inputs.next()
                            .getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip(),
                    entry.getTextContent());
        }
        return cells;
    }

    /** What it says with yes or no; the time in a text, which is for people, changes no answer. */
    private static List<String> answersOf(DecisionTable table, Rule rule) {
        var answers = new ArrayList<String>();
        var outputs = table.getOutputs().iterator();
        for (var entry : rule.getOutputEntries()) {
            if ("boolean".equals(outputs.next().getTypeRef())) {
                answers.add(entry.getTextContent());
            }
        }
        return List.copyOf(answers);
    }

    /** The times of day that are named by the rows which may fit where the variable has this value. */
    SortedSet<LocalTime> times(String variable, String value) {
        return cells.stream()
                .filter(row -> row.mayFit(variable, value))
                .flatMap(row -> row.times().stream())
                .collect(toCollection(TreeSet::new));
    }

    /** Whether any of these rows may change its answer at other times, too. */
    boolean hasUnreadTimes(String variable, String value) {
        return cells.stream().filter(row -> row.mayFit(variable, value)).anyMatch(Cells::hasUnreadTimes);
    }

    private static @Nullable String describe(Rule rule) {
        var description = rule.getDescription();
        return description == null ? null : description.getTextContent().strip();
    }

    /** @param number the first is 1 */
    Row row(int number) {
        return rows.get(number - 1);
    }

    /** The rule of this decision that matched first. */
    static Optional<String> matched(Audit.AuditLog log, String decisionId) {
        Iterator<Audit.AuditLogEntry> entries = log.entries().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.id().equals(decisionId)
                    && entry.result() instanceof Audit.DecisionTableEvaluationResult evaluated
                    && !evaluated.matchedRules().isEmpty()) {
                return Optional.of(evaluated.matchedRules().head().rule().id());
            }
        }
        return Optional.empty();
    }
}
