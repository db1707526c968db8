package dev.pupitre;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The codes of reasons for which the screens have words. */
public final class ScreenReasons {
    private static final Path WORDS = Path.of("src/main/frontend/src/i18n");
    private static final Pattern CODE = Pattern.compile("^ {2}\"reason\\.(\\w+)\":", Pattern.MULTILINE);

    private ScreenReasons() {}

    /** Those in one of the languages, {@code en} or {@code fr}. */
    public static Set<String> in(String language) {
        try {
            return CODE.matcher(Files.readString(WORDS.resolve("reasons." + language + ".ts")))
                    .results()
                    .map(found -> found.group(1))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
