package dev.pupitre.rules;

import dev.pupitre.conversation.AskedText;
import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.NoneOf;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.engine.Condition.Words;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.Sought;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for texts that are compared in other letters than the input is asked in, and for inputs that are not there. */
final class LettersCheck {
    /** Asked as they came, and mostly not there. */
    private static final Set<String> RAW = Set.of("post", "referralSource", "referralRef", "ad", "locale");

    private static final Pattern ANY_CASE = Pattern.compile("^[(][?][a-z]*i[a-z]*[):]");

    /** In a regular expression letters mean others there. */
    private static final Pattern CLASSES = Pattern.compile("\\\\[pP][{][^}]*[}]|\\\\.|\\[[^]]*]");

    /** What the helper puts around words. */
    private static final Pattern BORDER = Pattern.compile("\\(\\^\\|\\[\\^[^]]+]\\)");

    private final TableCells table;

    private LettersCheck(TableCells table) {
        this.table = table;
    }

    static void run(TableCells table) {
        var check = new LettersCheck(table);
        for (int column = 0; column < table.file.inputs().size(); column++) {
            var asked = table.file.inputs().get(column).expression();
            for (int row = 0; row < table.rows(); row++) {
                if (asked.equals(AskedText.VARIABLE)) {
                    check.text(row, column);
                } else if (RAW.contains(asked)) {
                    check.raw(row, column);
                }
            }
        }
    }

    private void text(int row, int column) {
        var cell = table.inputs.get(row).get(column);
        Stream.concat(
                        values(cell.condition())
                                .filter(value -> !AskedText.of(value).equals(value)),
                        cell.sought().stream()
                                .filter(LettersCheck::isNeverAsked)
                                .map(Sought::text))
                .findFirst()
                .ifPresent(value -> table.input(
                        Severity.WARNING,
                        Code.OTHER_LETTERS,
                        row,
                        column,
                        "Expected lower case without accents, as the text is asked, but got %s".formatted(value),
                        Map.of("value", value, "asked", AskedText.folded(value))));
    }

    private static boolean isNeverAsked(Sought sought) {
        var text = sought.text();
        if (!sought.isPattern()) {
            return !AskedText.folded(text).equals(text);
        }
        var letters = CLASSES.matcher(text).replaceAll("");
        return !ANY_CASE.matcher(text).find() && !AskedText.folded(letters).equals(letters);
    }

    private static Stream<String> values(Condition condition) {
        return parts(condition).stream().mapMulti((part, values) -> {
            if (part instanceof Span span && span.isOneValue() && span.from() instanceof String value) {
                values.accept(value);
            }
        });
    }

    private static List<Part> parts(Condition condition) {
        return switch (condition) {
            case OneOf(var parts) -> parts;
            case NoneOf(var parts) -> parts;
            default -> List.of();
        };
    }

    private void raw(int row, int column) {
        var cell = table.inputs.get(row).get(column);
        words(cell)
                .ifPresent(words -> table.input(
                        Severity.WARNING,
                        Code.LOWER_CASE_ONLY,
                        row,
                        column,
                        "Expected words in whatever case, as this input is asked as it came, but only lower case is met",
                        Map.of("value", words)));
        if (cell.condition() instanceof OneOf(var parts)
                && parts.size() == 1
                && parts.getFirst() instanceof Words words
                && words.isNegated()) {
            table.input(
                    Severity.WARNING,
                    Code.NOTHING_LEFT_OUT,
                    row,
                    column,
                    "Expected the cell to take what is not there at all, too, but a function of nothing is no match",
                    Map.of());
        }
    }

    /** Those that were written for texts in lower case. */
    private static Optional<String> words(FeelCells.Cell cell) {
        return cell.sought().stream()
                .filter(Sought::isPattern)
                .map(Sought::text)
                .filter(pattern -> BORDER.matcher(pattern).find())
                .filter(pattern -> !ANY_CASE.matcher(pattern).find())
                .findFirst();
    }
}
