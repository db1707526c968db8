package dev.pupitre.assistant;

import dev.pupitre.campaign.Localised;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which language to answer in. */
final class Languages {
    private Languages() {}

    /** The one the text seems to be in, by its small words; null where they do not tell. */
    static @Nullable String of(String text) {
        var french = count(text, StopWords.FRENCH, StopWords.ENGLISH);
        var english = count(text, StopWords.ENGLISH, StopWords.FRENCH);
        if (french == english) {
            return null;
        }
        return french > english ? "fr" : "en";
    }

    /** The text in this language, else in any that it has: an answer in another language is better than none. */
    static String of(Localised text, @Nullable String locale) {
        var wanted = text.in(locale);
        return wanted.isBlank()
                ? text.texts().values().stream()
                        .filter(other -> !other.isBlank())
                        .findFirst()
                        .orElse("")
                : wanted;
    }

    private static long count(String text, Set<String> words, Set<String> others) {
        return Arrays.stream(PlainText.of(text).split(" "))
                .filter(word -> words.contains(word) && !others.contains(word))
                .count();
    }
}
