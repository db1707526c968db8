package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at each cell by itself: whether it is FEEL, names what there is, and has its column's type. */
final class FeelCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern STOPPED = Pattern.compile(":1:(\\d+), found \"(.*)\"\\s*$", Pattern.DOTALL);
    private static final Set<String> FUNCTIONS = Set.of("time", "date");
    private static final Map<String, Class<?>> TYPES = Map.of(
            "string", String.class,
            "number", BigDecimal.class,
            "boolean", Boolean.class,
            "date", LocalDate.class,
            "time", LocalTime.class);

    private final TableCells table;
    private final Set<String> names;

    private FeelCheck(TableCells table) {
        this.table = table;
        this.names = names(table.file);
    }

    static void run(TableCells table) {
        var check = new FeelCheck(table);
        for (int row = 0; row < table.rows(); row++) {
            check.inputs(row);
            check.outputs(row);
        }
    }

    /** The variables that the inputs ask for. */
    static Set<String> names(DmnFile file) {
        return file.inputs().stream()
                .flatMap(input -> namesIn(input.expression()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The variables that an input's expression names. */
    static Stream<String> namesIn(String expression) {
        return NAME.matcher(expression).results().map(MatchResult::group).filter(name -> !FUNCTIONS.contains(name));
    }

    private void inputs(int row) {
        var cells = table.inputs.get(row);
        for (int column = 0; column < cells.size(); column++) {
            var at = column;
            var cell = cells.get(column);
            names(cell, (code, message, params) -> table.input(Severity.ERROR, code, row, at, message, params));
            var type = table.file.inputs().get(column).type();
            if (neverOfType(cell.condition(), type)) {
                table.input(
                        Severity.WARNING,
                        Code.WRONG_INPUT_TYPE,
                        row,
                        column,
                        "Expected a comparison with a %s, but it is with something else, and never matches"
                                .formatted(type),
                        Map.of("expected", String.valueOf(type)));
            }
        }
    }

    private static boolean neverOfType(Condition condition, @Nullable String type) {
        var expected = type == null ? null : TYPES.get(type);
        return expected != null
                && condition instanceof OneOf(var parts)
                && parts.stream().allMatch(part -> isOther(part, expected));
    }

    private static boolean isOther(Part part, Class<?> expected) {
        return part instanceof Span span && span.type() != expected;
    }

    private void outputs(int row) {
        var cells = table.outputs.get(row);
        for (int column = 0; column < cells.size(); column++) {
            var at = column;
            var cell = cells.get(column);
            var text = table.file.rows().get(row).outputs().get(column).text();
            if (text.isEmpty()) {
                table.output(
                        Severity.ERROR,
                        Code.EMPTY_OUTPUT,
                        row,
                        column,
                        "Expected a value, or null for none, but the cell is empty",
                        Map.of());
                continue;
            }
            if (isWord(column, cell, text.strip())) {
                wrongType(row, column, text.strip());
                continue;
            }
            names(cell, (code, message, params) -> table.output(Severity.ERROR, code, row, at, message, params));
            type(cell, row, column);
        }
    }

    /** A word where no texts belong: quotes would not help it. */
    private boolean isWord(int column, FeelCells.Cell cell, String text) {
        var expected = TYPES.get(typeOf(column));
        return expected != null
                && expected != String.class
                && cell.variables().equals(Set.of(text))
                && !names.contains(text);
    }

    private void type(FeelCells.Cell cell, int row, int column) {
        var expected = TYPES.get(typeOf(column));
        var value = cell.constant();
        if (expected != null && value != null && !expected.isInstance(value)) {
            wrongType(row, column, value.toString());
        }
    }

    private String typeOf(int column) {
        return Objects.requireNonNullElse(table.file.outputs().get(column).type(), "Any");
    }

    private void wrongType(int row, int column, String value) {
        var type = typeOf(column);
        table.output(
                Severity.ERROR,
                Code.WRONG_TYPE,
                row,
                column,
                "Expected a %s, but the cell says %s".formatted(type, value),
                Map.of("expected", type, "value", value));
    }

    /** Where in its first line the parser has stopped, as far as it says so; its own words are English. */
    private static Map<String, Object> unreadable(String message) {
        var stop = STOPPED.matcher(message);
        return stop.find()
                ? Map.of(
                        "message",
                        message,
                        "at",
                        Integer.parseInt(stop.group(1)),
                        "near",
                        stop.group(2).replace("\\\"", "\""))
                : Map.of("message", message);
    }

    private interface Told {
        void tell(Code code, String message, Map<String, Object> params);
    }

    private void names(FeelCells.Cell cell, Told found) {
        if (cell.broken() != null) {
            found.tell(Code.FEEL, cell.broken(), unreadable(cell.broken()));
        }
        for (var name : List.copyOf(new TreeSet<>(cell.unknownFunctions()))) {
            found.tell(
                    Code.UNKNOWN_FUNCTION,
                    "Expected a function of FEEL, but there is none named " + name,
                    Map.of("name", name));
        }
        for (var name : new TreeSet<>(cell.variables())) {
            if (!names.contains(name)) {
                found.tell(
                        Code.UNKNOWN_NAME,
                        "Expected an input's name, or a text in quotes, but no input is named " + name,
                        Map.of("name", name));
            }
        }
    }
}
