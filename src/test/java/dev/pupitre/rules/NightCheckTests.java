package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A night belongs to two days. */
class NightCheckTests {
    private static final String[] URGENT = {"null", "null", "null", "null", "10"};
    private static final String NIGHT = ">= time(\"22:00:00\"),< time(\"02:00:00\")";

    private final TableCheck check = new CheckedShop().check;

    @Test
    void warnsOfTheNightBeforeWhereTheNightOfADayIsMeant() {
        var friday = Map.of("weekday", "\"Friday\"", "time(localTime)", NIGHT);
        var saturday = Map.of("weekday", "\"Saturday\"", "time(localTime)", "< time(\"02:00:00\")");
        var cut = TableFile.of(TableName.ROUTING).row(friday, URGENT).dmn();
        var whole = TableFile.of(TableName.ROUTING)
                .row(friday, URGENT)
                .row(saturday, URGENT)
                .dmn();
        var other = TableFile.of(TableName.ROUTING)
                .row(friday, URGENT)
                .row(saturday, "null", "null", "null", "null", "5")
                .dmn();
        var everyNight = TableFile.of(TableName.ROUTING)
                .row(Map.of("time(localTime)", NIGHT), URGENT)
                .dmn();

        assertThat(check.check(TableName.ROUTING, cut))
                .extracting(Finding::severity, Finding::code, Finding::row, Finding::column)
                .containsExactly(tuple(Severity.WARNING, Code.NIGHT_OF_A_DAY, 1, 11));
        assertThat(check.check(TableName.ROUTING, whole)).isEmpty();
        assertThat(check.check(TableName.ROUTING, other))
                .extracting(Finding::code)
                .containsExactly(Code.NIGHT_OF_A_DAY);
        assertThat(check.check(TableName.ROUTING, everyNight)).isEmpty();
    }
}
