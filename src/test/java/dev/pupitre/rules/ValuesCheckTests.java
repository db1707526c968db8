package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that nothing can ever meet. */
class ValuesCheckTests {
    private final CheckedShop shop = new CheckedShop();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"msg\"|UNKNOWN_VALUE",
                "weekday|\"Mon\",\"Tuesday\"|UNKNOWN_VALUE",
                "weekday|not(\"dimanche\")|UNKNOWN_VALUE",
                "time(localTime)|[time(\"18:00:00\")..time(\"09:00:00\"))|EMPTY_RANGE"
            })
    void warnsOfConditionsThatAreNeverMet(String input, String cell, Code code) {
        assertThat(shop.routing(input, cell))
                .extracting(Finding::severity, Finding::code, Finding::row)
                .containsExactly(tuple(Severity.WARNING, code, 1));
    }

    @Test
    void warnsOfDatesThatEndBeforeTheyBegin() {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("date(localDate)", "[date(\"2026-12-26\")..date(\"2026-12-24\")]"), "false", "null")
                .dmn();

        assertThat(shop.check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::column)
                .containsExactly(tuple(Code.EMPTY_RANGE, 2));
    }
}
