package dev.pupitre.assistant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: in lower case, without accents, its words one space apart. */
final class PlainText {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PlainText() {}

    static String of(String text) {
        return BETWEEN_WORDS.matcher(withoutAccents(text)).replaceAll(" ").strip();
    }

    static String withoutAccents(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('\u2019', '\'');
        return plain.toLowerCase(Locale.ROOT);
    }
}
