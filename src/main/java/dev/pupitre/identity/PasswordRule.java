package dev.pupitre.identity;

import dev.pupitre.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a new password has to be: long enough to withstand guessing, and no longer than bcrypt looks at. */
final class PasswordRule {
    private static final int SHORTEST = 12;
    private static final int MOST_BYTES = 72;

    private PasswordRule() {}

    /** What was expected of the password instead, as the end of a sentence. */
    static Optional<String> violation(Secret password) {
        var characters = password.value().length();
        var bytes = password.value().getBytes(StandardCharsets.UTF_8).length;
        if (characters < SHORTEST) {
            return Optional.of("to have at least %d characters, but it has %d".formatted(SHORTEST, characters));
        }
        return bytes > MOST_BYTES
                ? Optional.of("to have at most %d bytes in UTF-8, but it has %d".formatted(MOST_BYTES, bytes))
                : Optional.empty();
    }
}
