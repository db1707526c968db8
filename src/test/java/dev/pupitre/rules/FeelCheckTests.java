package dev.pupitre.rules;

import static dev.pupitre.rules.CheckedShop.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell is read by itself: whether it is FEEL, names what there is, and is of its type. */
class FeelCheckTests {
    private final CheckedShop shop = new CheckedShop();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contains(?, \"open       | FEEL",
                "some x in 1..100000000 satisfies x < 0 | FEEL",
                "some x in [1, 2] satisfies some y in [1, 2] satisfies x < y | FEEL",
                "contians(?, \"order\")   | UNKNOWN_FUNCTION",
                "order                    | UNKNOWN_NAME",
                "contains(txt, \"order\") | UNKNOWN_NAME"
            })
    void findsAtTheCellWhatIsNoCondition(String cell, Code code) {
        var findings = shop.routing("text", cell);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.row()).isEqualTo(1);
            assertThat(finding.column()).isEqualTo(4);
            assertThat(finding.line()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"contains(?, \"a\")) or b | 17 | ) or b", "contains(?, \"open\" | 9 | (?, \"open\""})
    void saysWhereAConditionCannotBeRead(String cell, int at, String near) {
        assertThat(shop.routing("text", cell))
                .singleElement()
                .satisfies(finding -> assertThat(finding.params())
                        .containsEntry("at", at)
                        .containsEntry("near", near)
                        .containsKey("message"));
    }

    @Test
    void takesFreeFeelForWhatItIs() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(
                        Map.of(
                                "text",
                                "contains(?, kind) or (some word in [\"a\",\"b\"] satisfies contains(text, word))"),
                        NOBODY)
                .row(
                        Map.of("time(localTime)", "?.hour > 12"),
                        "null",
                        "null",
                        "null",
                        "null",
                        "if kind = \"comment\" then 1 else 2")
                .dmn();

        assertThat(shop.check.check(TableName.ROUTING, dmn)).isEmpty();
    }

    @Test
    void namesAValueOfAnotherTypeWhereRowsAreOfTwo() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), NOBODY)
                .row(Map.of("kind", "5"), NOBODY)
                .dmn();

        assertThat(shop.check.check(TableName.ROUTING, dmn))
                .extracting(Finding::code)
                .contains(Code.WRONG_INPUT_TYPE);
    }

    @Test
    void saysThatAComparisonWithAnotherTypeNeverMatches() {
        assertThat(shop.routing("kind", "> 3")).extracting(Finding::code).containsExactly(Code.WRONG_INPUT_TYPE);
    }
}
