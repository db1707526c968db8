package dev.pupitre.campaign;

import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Collects all that is wrong with a request, to be told at once. */
final class Problems {
    static final String UNKNOWN_PLACEHOLDER = "UNKNOWN_PLACEHOLDER";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_LANGUAGES = 10;

    private final List<FieldProblem> found = new ArrayList<>();

    List<FieldProblem> found() {
        return List.copyOf(found);
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }

    void add(String field, String code, String message) {
        found.add(new FieldProblem(field, message, code));
    }

    void range(String field, double value, int from, int to) {
        // Written this way round, as nothing is true of what is not a number.
        if (!(value >= from && value <= to)) {
            add(field, "RANGE", "must be from %d to %d".formatted(from, to));
        }
    }

    void name(String field, String value, int longest) {
        if (value.isBlank()) {
            add(field, "BLANK", "must not be blank");
        }
        length(field, value, longest);
    }

    void length(String field, String value, int longest) {
        if (value.length() > longest) {
            add(field, "TOO_LONG", "must have at most %d characters".formatted(longest));
        }
    }

    void size(String field, Collection<?> values, int most) {
        if (values.size() > most) {
            add(field, "TOO_MANY", "must be at most %d".formatted(most));
        }
    }

    /** A text that Messenger takes (Messenger Platform, Send API: at most 2000 characters), in well-formed languages. */
    void text(String field, Localised text) {
        size(field, text.texts().keySet(), MOST_LANGUAGES);
        text.texts().forEach((language, words) -> {
            var place = field + "." + language;
            if (!language.equals(Localised.DEFAULT)
                    && !LANGUAGE.matcher(language).matches()) {
                add(place, "LANGUAGE", "must be for default, or a language such as fr or fr-CA");
            }
            length(place, words, LONGEST_TEXT);
            Placeholder.unknownIn(words)
                    .forEach(word -> add(
                            place, UNKNOWN_PLACEHOLDER, "must not hold {{%s}}, which nobody knows".formatted(word)));
            Placeholder.misspelt(words)
                    .forEach(written -> add(
                            place,
                            UNKNOWN_PLACEHOLDER,
                            "must not hold %s, as placeholders are written {{%s}}"
                                    .formatted(written, Placeholder.AGENT.word())));
        });
        if (!text.isBlank() && text.in(null).isBlank()) {
            add(field, "NO_DEFAULT", "must hold one for default, which all other languages get");
        }
    }

    void textWanted(String field, Localised text) {
        if (text.isBlank()) {
            add(field, "BLANK", "must not be blank");
        }
        text(field, text);
    }

    <T> void distinct(String field, Collection<T> values, Function<T, String> key) {
        var seen = new HashSet<String>();
        values.stream()
                .map(key)
                .filter(one -> !seen.add(one))
                .distinct()
                .forEach(twice -> add(field, "TWICE", "must hold %s once".formatted(twice)));
    }
}
