package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.ScreenReasons;
import dev.pupitre.graph.GraphReason;
import dev.pupitre.graph.TokenProblem;
import dev.pupitre.page.Hold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Agents read in their own language why something was not done. */
class ReasonWordsTests {
    private static final Pattern CODE = Pattern.compile("output-5\">\\s*<text>\"(\\w+)\"</text>");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryCodeOfOurs(String language) {
        assertThat(ScreenReasons.in(language)).containsAll(names(ReasonCode.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryRefusalOfFacebook(String language) {
        assertThat(ScreenReasons.in(language)).containsAll(names(GraphReason.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryDeathOfAToken(String language) {
        assertThat(ScreenReasons.in(language)).containsAll(names(TokenProblem.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForWhateverHoldsAPage(String language) {
        assertThat(ScreenReasons.in(language))
                .containsAll(Arrays.stream(Hold.Cause.values())
                        .map(cause -> String.valueOf(Reason.held(cause, "").code()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void areThereForEveryRefusalOfTheTable(String language) throws IOException {
        assertThat(ScreenReasons.in(language)).containsAll(codesOfTheTable());
    }

    @Test
    void ofTheTableHaveACodeWhereverThereIsAReason() throws IOException {
        var reasons =
                Pattern.compile("output-4\">\\s*<text>\"").matcher(table()).results();

        assertThat(codesOfTheTable()).isNotEmpty().hasSize((int) reasons.count());
    }

    private static List<String> codesOfTheTable() throws IOException {
        return CODE.matcher(table()).results().map(found -> found.group(1)).toList();
    }

    private static String table() throws IOException {
        return new ClassPathResource("dmn/messaging-policy.dmn").getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> names(Enum<?>[] codes) {
        return Arrays.stream(codes).map(Enum::name).toList();
    }
}
