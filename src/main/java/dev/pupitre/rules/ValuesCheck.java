package dev.pupitre.rules;

import dev.pupitre.engine.Condition.NoneOf;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.List;
import java.util.Map;

/** Looks for words that an input is never asked with, such as a weekday in another language. */
final class ValuesCheck {
    private ValuesCheck() {}

    static void run(TableCells table) {
        for (int column = 0; column < table.file.inputs().size(); column++) {
            var at = column;
            FixedWords.of(table.file.inputs().get(column).expression()).ifPresent(words -> column(table, at, words));
        }
    }

    private static void column(TableCells table, int column, List<String> words) {
        for (int row = 0; row < table.rows(); row++) {
            for (var part : parts(table, row, column)) {
                if (part instanceof Span span
                        && span.isOneValue()
                        && span.from() instanceof String value
                        && !words.contains(value)) {
                    table.input(
                            Severity.WARNING,
                            Code.UNKNOWN_VALUE,
                            row,
                            column,
                            "Expected one of %s, but got %s".formatted(String.join(", ", words), value),
                            Map.of("value", value));
                }
            }
        }
    }

    private static List<Part> parts(TableCells table, int row, int column) {
        return switch (table.inputs.get(row).get(column).condition()) {
            case OneOf(var parts) -> parts;
            case NoneOf(var parts) -> parts;
            default -> List.of();
        };
    }
}
