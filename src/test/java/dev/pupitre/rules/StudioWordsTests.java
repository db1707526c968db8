package dev.pupitre.rules;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysts read in their own language why something is refused, and what is wrong with a table. */
class StudioWordsTests {
    private static final Path WORDS = Path.of("src/main/frontend/src/rules/words");
    private static final Pattern KEY = Pattern.compile("^ {2}\"([\\w.-]+)\":", Pattern.MULTILINE);

    private static Set<String> in(String language) {
        try (var files = Files.list(WORDS)) {
            return files.filter(file -> file.getFileName().toString().matches("(\\w+\\.)?" + language + "\\.ts"))
                    .flatMap(StudioWordsTests::keys)
                    .collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> keys(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> keysOf(String prefix, Enum<?>... codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryRefusal(String language) {
        var refusals = Stream.of(
                        DmnRefused.Reason.values(),
                        TableConflict.Reason.values(),
                        PlanConflict.Reason.values(),
                        EngineProblem.Reason.values(),
                        ProofGate.Reason.values(),
                        Tries.Reason.values(),
                        BacktestRunning.Reason.values())
                .flatMap(codes -> keysOf("refused.", codes));

        assertThat(in(language)).containsAll(refusals.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryFinding(String language) {
        assertThat(in(language))
                .containsAll(keysOf("finding.", Finding.Code.values()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForWhateverComesOfAPlanOrABacktest(String language) {
        assertThat(in(language))
                .containsAll(keysOf("planned.state.", PlannedDeployment.State.values())
                        .toList())
                .contains("planned.failure.VERSION_CHANGED", "planned.failure." + PlanRun.INVALID)
                .containsAll(keysOf("backtest.failed.", Backtest.Cause.values()).toList());
    }
}
