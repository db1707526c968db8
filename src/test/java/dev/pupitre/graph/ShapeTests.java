package dev.pupitre.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ShapeTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": "x"}               | {"a": "y"}               |
            {"a": "x"}               | {"a": 1}                 | /a: expected a STRING, but got 1
            {"a": "x"}               | {"b": "x"}               | /a: is missing
            {"a": "x"}               | {"a": "x", "c": true}    | /c: is not documented
            {"a": [{"b": 1}]}        | {"a": [{"b": 2}, {}]}    | /a/0/b: is missing
            {"a": [{"b": 1}]}        | {"a": []}                | /a: expected an element, but got none
            {"a": []}                | {"a": [1]}               |
            {"error": {"code": 10}}  | {"error": {"code": 100}} | /error/code: expected 10, but got 100
            """)
    void noticesEachDifference(String recorded, String actual, @Nullable String difference) {
        var json = new JsonMapper();

        var found = new Shape(Set.of()).differences("", json.readTree(recorded), json.readTree(actual));

        assertThat(found.stream().limit(1).toList())
                .isEqualTo(Stream.ofNullable(difference).toList());
    }

    @Test
    void letsOptionalFieldsBeMissing() {
        var json = new JsonMapper();

        assertThat(new Shape(Set.of("a")).differences("", json.readTree("{\"a\":1}"), json.readTree("{}")))
                .isEqualTo(List.of());
    }
}
