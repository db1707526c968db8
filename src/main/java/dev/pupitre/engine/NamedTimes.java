package dev.pupitre.engine;

import static java.util.stream.Collectors.toCollection;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The times of day that a table's cells name, at which its answer may change. */
public final class NamedTimes {
    private static final String LITERAL = "(?:time\\s*\\(\\s*|@)\"(\\d{2}:\\d{2}(?::\\d{2})?)\"";

    private static final Pattern NAMED = Pattern.compile(LITERAL);

    /** All that a cell may have which changes at the times that it names, and never else. */
    private static final String COMPARED =
            LITERAL + "|time\\s*\\(\\s*localTime\\s*\\)|\\b(?:and|or|not|in|between)\\b|[\\s?=<>!.,()\\[\\]]";

    private static final Pattern OF_TIMES = Pattern.compile(COMPARED);

    /** Texts, such as weekdays, are what its own column is about. */
    private static final Pattern OF_ANYTHING = Pattern.compile(COMPARED + "|\"[^\"]*\"");

    private static final Pattern NO_CONDITION = Pattern.compile("\\s*-?\\s*");

    private static final String LOCAL_TIME = "localTime";

    private NamedTimes() {}

    static SortedSet<LocalTime> in(String cell) {
        return NAMED.matcher(cell)
                .results()
                .flatMap(found -> time(found.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    /** FEEL has no such time either: whatever is compared with 24:00 is never so. */
    private static Stream<LocalTime> time(String text) {
        try {
            return Stream.of(LocalTime.parse(text));
        } catch (DateTimeException _) {
            return Stream.empty();
        }
    }

    /**
     * Whether the cell asks for the time of day otherwise than by comparing it with times that it names, such as
     * {@code ?.hour >= 9}: when its answer changes can then only be found out by asking it.
     *
     * @param input what its column is about
     */
    public static boolean areNotAllOf(String input, String cell) {
        return input.contains(LOCAL_TIME)
                ? !NO_CONDITION.matcher(cell).matches()
                        && !OF_TIMES.matcher(cell).replaceAll("").isEmpty()
                : cell.contains(LOCAL_TIME)
                        && !OF_ANYTHING.matcher(cell).replaceAll("").isEmpty();
    }
}
