package dev.pupitre.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wrote, as the tables are asked about it: a rule has to be written once only. */
public final class AskedText {
    /** The variable that has it, in each table that asks for it. */
    public static final String VARIABLE = "text";

    /** The engine's part of a conversation is to stay small; no rule needs to look further into a first message. */
    private static final int LENGTH = 200;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private AskedText() {}

    /** Lower case, without accents, and the beginning only; what is so already stays as it is. */
    public static String of(String written) {
        var plain = ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD))
                .replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT).strip();
        return lower.substring(
                        0, lower.offsetByCodePoints(0, Math.min(LENGTH, lower.codePointCount(0, lower.length()))))
                .stripTrailing();
    }
}
