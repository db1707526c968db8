package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.AskedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the helper of a cell writes for words takes what it says, whoever evaluates it. */
abstract class HelperWordsCases {
    /** Of the screens' own tests, which hold that the helper writes this. */
    private static final Path WORDS = Path.of("src/main/frontend/src/rules/studio/words.json");

    /**
     * A cell.
     *
     * @param raw whether its input is asked as it came
     * @param takes what it matches; null where that is nothing at all
     */
    record Written(
            boolean raw,
            boolean not,
            List<String> words,
            @Nullable List<String> read,
            String feel,
            List<@Nullable String> takes,
            List<@Nullable String> leaves) {
        @Nullable
        String asked(@Nullable String customer) {
            return customer == null || raw ? customer : AskedText.of(customer);
        }

        @Override
        public String toString() {
            return (not ? "none of " : "any of ") + words;
        }
    }

    static final List<Written> CELLS = cells();

    private static List<Written> cells() {
        try {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(Files.readString(WORDS), new TypeReference<>() {});
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Stream<Integer> numbers() {
        return IntStream.range(0, CELLS.size()).boxed();
    }

    static String decision(int cell) {
        return "helper-words-" + cell;
    }

    static String dmn(int cell) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model-%1$s" name="w" namespace="w">
                  <decision id="%1$s" name="Words"><decisionTable id="t" hitPolicy="FIRST">
                    <input id="i" label="Input"><inputExpression id="x" typeRef="string"><text>asked</text></inputExpression></input>
                    <output id="o" name="takes" typeRef="boolean"/>
                    <rule id="r1"><inputEntry id="i1"><text><![CDATA[%2$s]]></text></inputEntry>
                      <outputEntry id="o1"><text>true</text></outputEntry></rule>
                    <rule id="r2"><inputEntry id="i2"><text>-</text></inputEntry>
                      <outputEntry id="o2"><text>false</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>
                """.formatted(decision(cell), CELLS.get(cell).feel());
    }

    abstract boolean takes(int cell, @Nullable String asked);

    @ParameterizedTest
    @MethodSource("numbers")
    void takesWhatTheHelperSaysAndLeavesTheRest(int number) {
        var cell = CELLS.get(number);
        assertThat(cell.takes())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(takes(number, cell.asked(one)))
                        .as("%s of %s", cell, one)
                        .isTrue());
        assertThat(cell.leaves())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(takes(number, cell.asked(one)))
                        .as("%s of %s", cell, one)
                        .isFalse());
    }
}
