package dev.pupitre.rules;

import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Via;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What inputs are asked with that are never anything else. */
final class FixedWords {
    private FixedWords() {}

    /** By the input's expression; empty where it may be anything, or what there is changes. */
    static Optional<List<String>> of(String input) {
        return Optional.ofNullable(
                switch (input) {
                    case "weekday" ->
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                                .toList();
                    case "kind" -> List.of("message", "postback", "comment");
                    case "author" -> List.of("human", "bot", "system");
                    case "purpose" -> List.of("answer");
                    case "channel" -> names(Channel.values());
                    case "via" -> names(Via.values());
                    default -> null;
                });
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
