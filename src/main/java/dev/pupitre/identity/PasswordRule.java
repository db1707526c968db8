package dev.pupitre.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.pupitre.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a new password has to be: long, hard to guess even by who knows the common ones, and no longer than bcrypt looks at. */
final class PasswordRule {
    private static final int SHORTEST = 12;
    private static final int MOST_BYTES = 72;

    /** Of zxcvbn's scale from 0 to 4: at least a hundred million guesses. */
    private static final int HARD_ENOUGH = 3;

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Zxcvbn GUESSES = new Zxcvbn();

    private PasswordRule() {}

    /** What was expected of the password instead, as the end of a sentence; {@code known} is what others know of the user. */
    static Optional<String> violation(Secret password, List<String> known) {
        var characters = password.value().length();
        var bytes = password.value().getBytes(StandardCharsets.UTF_8).length;
        if (characters < SHORTEST) {
            return Optional.of("to have at least %d characters, but it has %d".formatted(SHORTEST, characters));
        }
        if (bytes > MOST_BYTES) {
            return Optional.of("to have at most %d bytes in UTF-8, but it has %d".formatted(MOST_BYTES, bytes));
        }
        return GUESSES.measure(password.value(), words(known)).getScore() < HARD_ENOUGH
                ? Optional.of("to be hard to guess, but it is made of common words, dates or keys in a row")
                : Optional.empty();
    }

    /** Names in one piece and in their parts, which whoever guesses tries first. */
    private static List<String> words(List<String> known) {
        return Stream.concat(
                        Stream.of("pupitre"),
                        known.stream().flatMap(name -> Stream.concat(Stream.of(name), SEPARATORS.splitAsStream(name))))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
