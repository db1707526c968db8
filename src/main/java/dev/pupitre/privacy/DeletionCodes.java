package dev.pupitre.privacy;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Confirmation codes that can be read out on the telephone, and of which nobody guesses one. */
@Component
class DeletionCodes {
    /** Without letters and digits that are taken for each other (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 130 bits. */
    private static final int LENGTH = 26;

    static final String PATTERN = "[0-9A-Z]{26}";

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
