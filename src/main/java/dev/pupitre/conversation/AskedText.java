package dev.pupitre.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody wrote, as the tables are asked about it: a rule has to be written once only. The screens' {@code
 * folded.ts} does the same, as {@code folded.json} beside it holds for both.
 */
public final class AskedText {
    /** The variable that has it, in each table that asks for it. */
    public static final String VARIABLE = "text";

    /** The engine's part of a conversation is to stay small; no rule needs to look further into a first message. */
    private static final int LENGTH = 200;

    /** As UTF-8: letters of some scripts take three or four. */
    private static final int BYTES = 260;

    /** Those of telephones, and others that look alike. */
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ′＇`´]");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Line breaks and spaces of all widths, also those that do not break. */
    private static final Pattern SPACES = Pattern.compile("[\\t-\\r\\p{Z}]+");

    private AskedText() {}

    /** Folded, and the beginning only; what is so already stays as it is. */
    public static String of(String written) {
        return beginning(folded(written).strip(), LENGTH, BYTES).stripTrailing();
    }

    /** So many letters of it at most, which take so many bytes at most as UTF-8. */
    static String beginning(String text, int letters, int bytes) {
        var end = 0;
        var left = bytes;
        for (int count = 0; count < letters && end < text.length(); count++) {
            var letter = text.codePointAt(end);
            left -= bytes(letter);
            if (left < 0) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end);
    }

    /** As UTF-8. */
    private static int bytes(int letter) {
        if (letter < 0x80) {
            return 1;
        }
        if (letter < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(letter) ? 3 : 4;
    }

    /** Lower case, without accents, with one kind of apostrophe and of space. */
    public static String folded(String written) {
        var straight = APOSTROPHES.matcher(written).replaceAll("'");
        var letters = Normalizer.normalize(straight, Normalizer.Form.NFD);
        var plain = Normalizer.normalize(ACCENTS.matcher(letters).replaceAll(""), Normalizer.Form.NFC);
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
