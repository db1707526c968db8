package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table with each of its cells read as FEEL, and the findings about it so far. */
final class TableCells {
    final DmnFile file;

    /** Row by row, input by input. */
    final List<List<FeelCells.Cell>> inputs;

    final List<List<FeelCells.Cell>> outputs;
    private final List<Finding> findings = new ArrayList<>();

    TableCells(DmnFile file, FeelCells feel) {
        this.file = file;
        this.inputs = file.rows().stream()
                .map(row -> row.inputs().stream()
                        .map(cell -> feel.test(cell.text()))
                        .toList())
                .toList();
        this.outputs = file.rows().stream()
                .map(row -> row.outputs().stream()
                        .map(cell -> feel.expression(cell.text()))
                        .toList())
                .toList();
    }

    int rows() {
        return file.rows().size();
    }

    /** What the row takes, input by input; the first row is 0. */
    List<Condition> conditions(int row) {
        return inputs.get(row).stream().map(FeelCells.Cell::condition).toList();
    }

    /** Of the output with this name what the row always says; null where it says nothing, or works it out. */
    @Nullable
    Object says(int row, String output) {
        return outputs.get(row).get(output(output)).constant();
    }

    boolean isWorkedOut(int row, String output) {
        var cell = outputs.get(row).get(output(output));
        return cell.broken() == null && !cell.literal();
    }

    int output(String name) {
        return IntStream.range(0, file.outputs().size())
                .filter(column -> file.outputs().get(column).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int input(String expression) {
        return IntStream.range(0, file.inputs().size())
                .filter(column -> file.inputs().get(column).expression().equals(expression))
                .findFirst()
                .orElseThrow();
    }

    boolean hasInput(String expression) {
        return file.inputs().stream().anyMatch(input -> input.expression().equals(expression));
    }

    boolean hasOutput(String name) {
        return file.outputs().stream().anyMatch(output -> output.name().equals(name));
    }

    void input(Severity severity, Code code, int row, int column, String message, Map<String, Object> params) {
        var found = file.rows().get(row);
        add(severity, code, row, column + 1, found.inputs().get(column).line(), message, params);
    }

    void output(Severity severity, Code code, int row, int column, String message, Map<String, Object> params) {
        var found = file.rows().get(row);
        var place = file.inputs().size() + column + 1;
        add(severity, code, row, place, found.outputs().get(column).line(), message, params);
    }

    void row(Severity severity, Code code, int row, String message, Map<String, Object> params) {
        add(severity, code, row, null, file.rows().get(row).line(), message, params);
    }

    void table(Code code, String message) {
        findings.add(new Finding(Severity.ERROR, code, null, null, null, message, Map.of()));
    }

    void warning(Code code, String message, Map<String, Object> params) {
        findings.add(new Finding(Severity.WARNING, code, null, null, null, message, params));
    }

    private void add(
            Severity severity,
            Code code,
            int row,
            @Nullable Integer column,
            int line,
            String message,
            Map<String, Object> params) {
        findings.add(new Finding(severity, code, row + 1, column, line, message, params));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
