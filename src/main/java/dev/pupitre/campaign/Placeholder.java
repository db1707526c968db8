package dev.pupitre.campaign;

import static java.util.function.Predicate.not;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text for customers leaves open until it is sent, written {@code {{customer.firstName}}}. */
public enum Placeholder {
    CUSTOMER_FIRST_NAME("customer.firstName"),
    /** The name of whoever answers. */
    AGENT("agent"),
    /** When the campaign's desk opens next. */
    NEXT_OPENING("nextOpening");

    private static final Pattern ANY = Pattern.compile("\\h*\\{\\{([^{}]*)}}");

    private static final Pattern LIKE_ONE = Pattern.compile("\\{+\\h*[\\p{L}\\p{N}._]+\\h*}+");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    /** As it stands between the braces. */
    public String word() {
        return word;
    }

    /** The text with the values in it; what has no value leaves no gap behind. */
    public static String fill(String text, Map<Placeholder, String> values) {
        return fill(text, values::get);
    }

    /** The same with values that are asked for only where the text names them. */
    public static String fill(String text, Function<Placeholder, @Nullable String> values) {
        return ANY.matcher(text)
                .replaceAll(found -> named(found.group(1))
                        .map(values)
                        .filter(value -> !value.isBlank())
                        .map(value -> Matcher.quoteReplacement(spaceBefore(found.group()) + value.strip()))
                        .orElse(""))
                .strip();
    }

    /** The words between braces that are no placeholder. */
    static List<String> unknownIn(String text) {
        return ANY.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(word -> named(word).isEmpty())
                .distinct()
                .toList();
    }

    /** What looks like one but is not written like one, such as “{agent}”: customers would read it as it stands. */
    static List<String> misspelt(String text) {
        return LIKE_ONE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(not(ANY.asMatchPredicate()))
                .distinct()
                .toList();
    }

    /** A moment as a customer with this locale reads it, such as “lundi 23 novembre 2026 09:00”. */
    public static String moment(ZonedDateTime at, @Nullable String locale) {
        var asked = Locale.forLanguageTag(locale == null ? "" : locale.replace('_', '-'));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(asked.getLanguage().isEmpty() ? Locale.ENGLISH : asked)
                .format(at);
    }

    private static Optional<Placeholder> named(String word) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.word.equals(word.strip()))
                .findFirst();
    }

    private static String spaceBefore(String found) {
        return found.substring(0, found.indexOf('{'));
    }
}
