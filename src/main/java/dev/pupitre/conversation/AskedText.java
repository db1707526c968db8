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

    /** Those of telephones, and others that look alike. */
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ′＇`´]");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Line breaks and spaces of all widths, also those that do not break. */
    private static final Pattern SPACES = Pattern.compile("[\\t-\\r\\p{Z}]+");

    private AskedText() {}

    /** Folded, and the beginning only; what is so already stays as it is. */
    public static String of(String written) {
        var folded = folded(written).strip();
        return folded.substring(
                        0, folded.offsetByCodePoints(0, Math.min(LENGTH, folded.codePointCount(0, folded.length()))))
                .stripTrailing();
    }

    /** Lower case, without accents, with one kind of apostrophe and of space. */
    public static String folded(String written) {
        var straight = APOSTROPHES.matcher(written).replaceAll("'");
        var letters = Normalizer.normalize(straight, Normalizer.Form.NFD);
        var plain = Normalizer.normalize(ACCENTS.matcher(letters).replaceAll(""), Normalizer.Form.NFC);
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
