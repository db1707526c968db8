package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class AskedTextTests {
    /** The screens' own, so that what a helper writes is what is asked. */
    private static final Path FOLDED = Path.of("src/main/frontend/src/rules/studio/folded.json");

    static Stream<List<String>> texts() throws IOException {
        return JsonMapper.shared()
                .readValue(Files.readString(FOLDED), new TypeReference<List<List<String>>>() {})
                .stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isFoldedAsTheScreensFoldIt(List<String> text) {
        assertThat(AskedText.of(text.getFirst())).isEqualTo(text.getLast());
        assertThat(AskedText.of(text.getLast())).isEqualTo(text.getLast());
    }

    @Test
    void isTheBeginningOfWhatWasWritten() {
        assertThat(AskedText.of("É\u00a0".repeat(300)))
                .isEqualTo("e ".repeat(100).strip());
        assertThat(AskedText.of("😀".repeat(300))).as("260 bytes").isEqualTo("😀".repeat(65));
    }
}
