package dev.pupitre.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.ScreenReasons;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotAskedTests {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void hasWordsOnTheScreens(String language) {
        assertThat(ScreenReasons.in(language))
                .containsAll(Arrays.stream(NotAsked.values()).map(Enum::name).toList());
    }
}
