package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped tables decide in process; {@link DecisionTablesIT} asks the broker the same. */
class DecisionTablesTests {
    private record Moment(String schedule, String localDate, String weekday, String localTime) {}

    private record Answer(boolean open, @Nullable String message) {}

    private static final DecisionTables TABLES = PackagedTables.decisionTables();

    @ParameterizedTest
    @CsvSource({
        "always, 2026-03-01, Sunday, 03:00:00, true",
        "office, 2026-03-02, Monday, 09:00:00, true",
        "office, 2026-03-06, Friday, 18:00:00, false",
        "unheard-of, 2026-03-02, Monday, 10:00:00, false"
    })
    void opensTheDeskByItsSchedule(String schedule, String localDate, String weekday, String localTime, boolean open) {
        assertThat(TABLES.decide("business-hours", new Moment(schedule, localDate, weekday, localTime), Answer.class))
                .returns(open, Answer::open);
    }

    @Test
    void namesADecisionThatNoTableTakes() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TABLES.decide("unheard-of", new Answer(true, null), Answer.class))
                .withMessageContaining("unheard-of");
    }

    @Test
    void namesTheSchedulesThatHaveRows() {
        assertThat(TABLES.literals("business-hours", "schedule")).contains("always", "office");
        assertThat(TABLES.literals("business-hours", "weekday"))
                .contains("Monday", "Friday")
                .doesNotContain("-");
        assertThat(TABLES.literals("business-hours", "no such input")).isEmpty();
    }

    @Test
    void tellsWhatTheRowsOfATableSay() {
        var rows = TABLES.sayings("listening");

        assertThat(rows.getFirst())
                .returns(1, DecisionTables.Saying::row)
                .returns(Optional.empty(), row -> row.text("campaign"))
                .extracting(row -> row.cells().get("listen"))
                .isEqualTo("false");
        assertThat(rows.getLast().text("campaign")).contains("default");
        assertThat(rows.getLast().description()).isNotBlank();
    }

    @Test
    void decidesByATableThatTakesTheOldOnesPlace() {
        var tables = PackagedTables.decisionTables();
        var edition = tables.edition("business-hours");
        var sunday = new Moment("office", "2026-03-01", "Sunday", "10:00:00");
        assertThat(tables.decide("business-hours", sunday, Answer.class)).returns(false, Answer::open);

        tables.use("business-hours", HoursTable.onSundays(), 12, 3);

        assertThat(tables.decide("business-hours", sunday, Answer.class)).returns(true, Answer::open);
        assertThat(tables.explain("business-hours", sunday))
                .returns(12, DecisionTables.Explanation::version)
                .returns("Sundays", DecisionTables.Explanation::description);
        assertThat(tables.borders("business-hours", "schedule", "office")).contains(LocalTime.of(9, 30));
        assertThat(tables.sayings("business-hours").getFirst())
                .returns("Sundays", DecisionTables.Saying::description)
                .returns(12, DecisionTables.Saying::version);
        assertThat(tables.edition("business-hours")).isNotEqualTo(edition);
    }

    @Test
    void knowsWhichVersionAnEngineMeansThatWasEmptied() {
        var tables = PackagedTables.decisionTables();

        tables.use("business-hours", HoursTable.onSundays(), 12, 3);

        assertThat(tables.versionOf("business-hours", 3)).isEqualTo(12);
        assertThat(tables.versionOf("business-hours", 4)).isEqualTo(13);
        assertThat(tables.versionOf("routing", 4)).isEqualTo(4);
    }

    @Test
    void goesOnByTheOldTableWhenTheNewOneCannotBeRead() {
        var tables = PackagedTables.decisionTables();
        var broken = HoursTable.onSundays().replace("09:30:00\")", "09:30:00");

        assertThatExceptionOfType(TableRefused.class).isThrownBy(() -> tables.use("business-hours", broken, 2, 2));

        assertThat(tables.version("business-hours")).isEmpty();
        assertThat(tables.sayings("business-hours")).hasSize(3);
    }
}
