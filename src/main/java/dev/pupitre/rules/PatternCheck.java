package dev.pupitre.rules;

import dev.pupitre.engine.Sought;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for regular expressions that are none: FEEL's {@code matches} is null with one, so that the cell never fits. */
final class PatternCheck {
    private PatternCheck() {}

    static void run(TableCells table) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.file.inputs().size(); column++) {
                look(table, row, column);
            }
        }
    }

    private static void look(TableCells table, int row, int column) {
        wrong(table.inputs.get(row).get(column).sought())
                .ifPresent(wrong -> table.input(
                        Severity.ERROR,
                        Code.BAD_PATTERN,
                        row,
                        column,
                        "Expected a regular expression, but got %s: %s"
                                .formatted(wrong.getPattern(), wrong.getDescription()),
                        Map.of("value", wrong.getPattern())));
    }

    private static Optional<PatternSyntaxException> wrong(List<Sought> sought) {
        return sought.stream()
                .filter(Sought::isPattern)
                .flatMap(pattern -> problem(pattern.text()).stream())
                .findFirst();
    }

    private static Optional<PatternSyntaxException> problem(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of(wrong);
        }
    }
}
