package dev.pupitre.conversation;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text that is longer than Meta takes, where a reader would: after a line or a word if there is one in the
 * last quarter, and never inside what is seen as one character.
 */
final class TextParts {
    private TextParts() {}

    static List<String> of(String text, int limit) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > limit) {
            var end = end(rest, limit);
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static int end(String text, int limit) {
        for (var end = limit; end > limit - limit / 4; end--) {
            if (Character.isWhitespace(text.charAt(end - 1)) || Character.isWhitespace(text.charAt(end))) {
                return end;
            }
        }
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        var end = graphemes.isBoundary(limit) ? limit : graphemes.preceding(limit);
        return end > 0 ? end : wholeCodePoint(text, limit);
    }

    /** One character of more than the limit has to be cut all the same. */
    private static int wholeCodePoint(String text, int limit) {
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
