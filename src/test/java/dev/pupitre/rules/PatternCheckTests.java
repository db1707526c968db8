package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.rules.Finding.Code;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FEEL is given as a regular expression is one. */
class PatternCheckTests {
    /** The last row, for everything else. */
    private static final int BEHIND_THE_SHIPPED = 3;

    private static final String[] NOBODY = {"null", "null", "null", "null", "0"};

    private final TableCheck check = new CheckedShop().check;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "text        ¦ matches(?, \"(refund\")         ¦ (refund",
                "text        ¦ matches(?, \"*urgent*\")        ¦ *urgent*",
                "text        ¦ not(matches(?, \"[a-\"))        ¦ [a-",
                "referralRef ¦ matches(?, \"(promo\", \"i\")   ¦ (?i)(promo"
            })
    void tellsOfAPatternThatIsNone(String input, String cell, String value) {
        var dmn =
                TableFile.of(TableName.ROUTING).row(Map.of(input, cell), NOBODY).dmn();

        assertThat(check.check(TableName.ROUTING, dmn))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.BAD_PATTERN);
                    assertThat(finding.row()).isEqualTo(1);
                    assertThat(finding.params()).containsEntry("value", value);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"matches(?, \"refund|return\")", "contains(?, \"(\")", "matches(?, \"a.b\", \"smi\")"})
    void takesWhatIsOne(String cell) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", cell), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gi, true", "iq!, true", "g, false"})
    void leavesOutFlagsThatTheEngineLeavesOut(String flags, boolean fits) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("referralRef", "matches(?, \"promo\", \"%s\")".formatted(flags)), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).isEmpty();
        assertThat(Trial.of(TrialTests.subject(dmn), Map.of("referralRef", "PROMO-1"))
                        .row())
                .isEqualTo(fits ? 1 : BEHIND_THE_SHIPPED);
    }
}
