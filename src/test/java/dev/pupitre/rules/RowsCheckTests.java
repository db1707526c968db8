package dev.pupitre.rules;

import static dev.pupitre.rules.CheckedShop.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that earlier ones cover, and the row for all else. */
class RowsCheckTests {
    private final CheckedShop shop = new CheckedShop();

    @Test
    void demandsARowForAllElse() {
        var dmn = TableFile.empty(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), NOBODY)
                .dmn();

        assertThat(shop.errors(TableName.ROUTING, dmn)).containsExactly(Code.NO_CATCH_ALL);
        assertThat(shop.errors(
                        TableName.ROUTING, TableFile.empty(TableName.ROUTING).dmn()))
                .containsExactly(Code.NO_CATCH_ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|-|\"comment\"|true",
                "kind|\"comment\",\"message\"|\"comment\"|true",
                "kind|\"comment\"|\"comment\",\"message\"|false",
                "kind|not(\"comment\")|\"message\"|true",
                "kind|not(\"comment\")|not(\"comment\",\"message\")|true",
                "kind|not(\"comment\",\"message\")|not(\"comment\")|false",
                "kind|not(\"comment\")|\"comment\"|false",
                "text|contains(?, \"bio\")|contains(?, \"bio\")|true",
                "text|contains(?, \"a\"),contains(?, \"b\")|contains(?, \"b\")|true",
                "text|contains(?, \"bio\")|contains(?, \"biology\")|false",
                "text|contains(?, kind)|contains(?, kind)|false",
                "time(localTime)|>= time(\"09:00:00\")|[time(\"09:00:00\")..time(\"12:00:00\"))|true",
                "time(localTime)|> time(\"09:00:00\")|[time(\"09:00:00\")..time(\"12:00:00\"))|false",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|time(\"12:00:00\")|false"
            })
    void seesRowsThatAnEarlierOneCovers(String input, String earlier, String later, boolean covered) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of(input, earlier, "locale", "\"fr_FR\""), NOBODY)
                .row(Map.of(input, later, "locale", "\"fr_FR\"", "weekday", "\"Monday\""), NOBODY)
                .dmn();

        var findings = shop.check.check(TableName.ROUTING, dmn);

        if (covered) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.NEVER_REACHED);
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.row()).isEqualTo(2);
                assertThat(finding.params()).containsEntry("by", 1);
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"comment\"|\"message\"|\"comment\",\"message\"|true",
                "kind|\"comment\"|\"message\"|\"comment\",\"postback\"|false",
                "kind|\"comment\"|not(\"comment\")|-|false",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|>= time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|true",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|> time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|false",
                "time(localTime)|< time(\"12:00:00\")|>= time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|false"
            })
    void seesRowsThatEarlierOnesCoverTogether(String input, String one, String other, String later, boolean covered) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of(input, one), NOBODY)
                .row(Map.of(input, other), NOBODY)
                .row(Map.of(input, later, "locale", "\"fr_FR\""), NOBODY)
                .dmn();

        var findings = shop.check.check(TableName.ROUTING, dmn);

        if (covered) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.NEVER_REACHED_BEHIND);
                assertThat(finding.row()).isEqualTo(3);
                assertThat(finding.params()).containsEntry("rows", "1, 2");
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }
}
