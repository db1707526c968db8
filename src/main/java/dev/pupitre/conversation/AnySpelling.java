package dev.pupitre.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is looked for in names and messages: it is found whatever the case and the accents it was written with.
 *
 * <p>The pattern allows for them, so that a message is kept once only, and one of any earlier version is found as well.
 */
final class AnySpelling {
    /** The letters of alphabets end before; what comes behind has no accents, or is put together in another way. */
    private static final int ALPHABETS = 0x3100;

    private static final String ANY_MARKS = "\\p{M}*";

    /** What each plain letter looks like with accents. */
    private static final Map<Integer, String> ACCENTED = IntStream.range(0x80, ALPHABETS)
            .filter(Character::isLetter)
            .filter(letter -> plain(letter) != letter)
            .boxed()
            .collect(groupingBy(AnySpelling::plain, mapping(Character::toString, Collectors.joining())));

    private AnySpelling() {}

    static Pattern part(String text) {
        var pattern = new StringBuilder();
        Normalizer.normalize(text.strip(), Normalizer.Form.NFC).codePoints().forEach(letter -> add(pattern, letter));
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void add(StringBuilder pattern, int letter) {
        if (!Character.isLetter(letter)) {
            pattern.append(
                    Character.isDigit(letter) ? Character.toString(letter) : Pattern.quote(Character.toString(letter)));
            return;
        }
        var plain = plain(letter);
        pattern.append('[')
                .appendCodePoint(plain)
                .append(bothCases(plain))
                .append(']')
                .append(ANY_MARKS);
    }

    private static String bothCases(int plain) {
        return ACCENTED.getOrDefault(Character.toLowerCase(plain), "")
                + ACCENTED.getOrDefault(Character.toUpperCase(plain), "");
    }

    /** The letter without its accents. */
    private static int plain(int letter) {
        var apart = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
        var first = apart.codePointAt(0);
        return apart.codePoints().skip(1).allMatch(AnySpelling::isMark) ? first : letter;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
