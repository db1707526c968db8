package dev.pupitre.rules;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as its file has it: what it is asked, what it says, and its rows, each with the line where it stands.
 *
 * @param name the decision's
 * @param description what is written about the decision
 */
record DmnFile(
        TableName table,
        String name,
        @Nullable String description,
        List<Input> inputs,
        List<Output> outputs,
        List<Row> rows) {
    /** A column that the table is asked by. */
    record Input(
            @Nullable String label,
            String expression,
            @Nullable String type,
            int line) {}

    /** A column of answers. */
    record Output(
            @Nullable String label, String name, @Nullable String type, int line) {}

    /**
     * A row.
     *
     * @param id as the file has it: it stays with the row when that is moved or changed
     * @param number the first is 1
     * @param annotation what is written beside the row
     * @param inputs a cell for each of the table's
     * @param outputs a cell for each of the table's
     */
    record Row(String id, int number, @Nullable String annotation, List<Cell> inputs, List<Cell> outputs, int line) {
        /** Whether it says the same, wherever it stands. */
        boolean saysTheSame(Row other) {
            return texts().equals(other.texts()) && Objects.equals(annotation, other.annotation);
        }

        /** All cells, inputs before outputs. */
        List<String> texts() {
            return Stream.concat(inputs.stream(), outputs.stream())
                    .map(Cell::text)
                    .toList();
        }
    }

    /** What is written in a cell, without the spaces around; an empty input cell is as good as {@code -}. */
    record Cell(String text, int line) {}
}
