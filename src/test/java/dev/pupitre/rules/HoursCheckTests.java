package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.rules.Finding.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours that overlap, and moments that were left out between them. */
class HoursCheckTests {
    private static final String SHOP = "\"shop\"";
    private static final String WORKDAYS = "\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\"";

    private final TableCheck check = new CheckedShop().check;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|[time(\"09:00:00\")..time(\"11:59:00\")),[time(\"12:00:00\")..time(\"18:00:00\"))|11:59|true",
                "-|[time(\"09:00:00\")..time(\"12:00:00\")),[time(\"14:00:00\")..time(\"18:00:00\"))|-|false",
                "-|[time(\"00:00:00\")..time(\"23:59:00\"))|23:59|true",
                "-|[time(\"00:00:00\")..time(\"23:59:59\")]|-|false",
                "-|>= time(\"00:00:00\")|-|false",
                "\"Monday\"|[time(\"00:00:00\")..time(\"23:59:00\"))|-|false"
            })
    void seesMomentsThatOneRowLeavesOut(String weekdays, String times, String from, boolean found) {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP, "weekday", weekdays, "time(localTime)", times), "true", "null")
                .dmn();

        var findings = check.check(TableName.BUSINESS_HOURS, dmn);

        if (found) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.HOURS_GAP_INSIDE);
                assertThat(finding.params()).containsEntry("from", from);
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void seesTheLastMinuteOfADayThatIsLeftOut() {
        var dmn = hours(
                "\"Monday\"", "[time(\"09:00:00\")..time(\"23:59:00\"))",
                "\"Tuesday\"", "[time(\"00:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::row)
                .containsExactly(tuple(Code.HOURS_GAP_INSIDE, 1));
    }

    @Test
    void seesHoursThatTwoRowsOpen() {
        var dmn = hours(
                "\"Monday\"", "[time(\"09:00:00\")..time(\"12:30:00\"))",
                "\"Monday\",\"Tuesday\"", "[time(\"12:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::row)
                .containsExactly(tuple(Code.HOURS_OVERLAP, 2));
    }

    @Test
    void seesAMomentThatWasLeftOutBetweenTwoRows() {
        var minute =
                hours("-", "[time(\"09:00:00\")..time(\"11:59:00\"))", "-", "[time(\"12:00:00\")..time(\"18:00:00\"))");
        var instant =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "(time(\"12:00:00\")..time(\"18:00:00\"))");
        var lunch =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "[time(\"14:00:00\")..time(\"18:00:00\"))");
        var seamless =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "[time(\"12:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, minute))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
        assertThat(check.check(TableName.BUSINESS_HOURS, instant))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
        assertThat(check.check(TableName.BUSINESS_HOURS, lunch)).isEmpty();
        assertThat(check.check(TableName.BUSINESS_HOURS, seamless)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|-|12:30|HOURS_OVERLAP",
                "-|-|11:59|HOURS_GAP",
                "not(\"night\")|not(\"night\")|12:30|HOURS_OVERLAP",
                "not(\"night\")|not(\"day\")|12:30|",
                "\"shop\"|-|12:30|"
            })
    void comparesRowsForAnyScheduleWithOneAnother(String one, String other, String end, @Nullable Code code) {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(times(one, "[time(\"09:00:00\")..time(\"%s:00\"))".formatted(end)), "true", "null")
                .row(times(other, "[time(\"12:00:00\")..time(\"18:00:00\"))"), "true", "null")
                .dmn();

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .filteredOn(finding -> finding.code() != Code.NEVER_REACHED_BEHIND)
                .extracting(Finding::code)
                .containsExactlyElementsOf(Optional.ofNullable(code).stream().toList());
    }

    private static Map<String, String> times(String schedule, String times) {
        return Map.of("schedule", schedule, "time(localTime)", times);
    }

    @Test
    void namesSomeOfMyriadsOfHoursAndCountsTheOthers() {
        var rows = 2_000;
        var table = TableFile.of(TableName.BUSINESS_HOURS);
        for (int row = 0; row < rows; row++) {
            var times = "[time(\"%02d:%02d:00\")..time(\"23:59:00\"))".formatted(row % 20, (rows - row) % 60);
            table.row(Map.of("schedule", SHOP, "weekday", WORKDAYS, "time(localTime)", times), "true", "null");
        }

        var findings = check.check(TableName.BUSINESS_HOURS, table.dmn()).stream()
                .filter(finding -> finding.code() != Code.NEVER_REACHED)
                .toList();

        assertThat(findings).hasSize(HoursCheck.NAMED + 1);
        assertThat(findings.getLast().code()).isEqualTo(Code.HOURS_MORE);
        assertThat(findings.getLast().row()).isNull();
        assertThat((Integer) findings.getLast().params().get("count")).isGreaterThan(rows);
    }

    @Test
    void tellsOnceOfTwoRowsThatLeaveOutAMomentTwice() {
        var dmn = hours(
                "-",
                "[time(\"09:00:00\")..time(\"11:59:00\")),[time(\"14:00:00\")..time(\"15:59:00\"))",
                "-",
                "[time(\"12:00:00\")..time(\"13:59:00\")),[time(\"16:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time(localTime)|?.hour >= 9 and ?.hour < 17|4",
                "time(localTime)|localTime < \"17\"|4",
                "time(localTime)|? < time(17, 0, 0)|4",
                "time(localTime)|? - time(\"09:00:00\") < @\"PT8H\"|4",
                "weekday|? = \"Monday\" and time(localTime).hour > 9|3"
            })
    void seesHoursThatCannotBeReadOff(String input, String condition, int column) {
        assertThat(check.check(TableName.BUSINESS_HOURS, closedUnless(input, condition)))
                .extracting(Finding::code, Finding::severity, Finding::row, Finding::column)
                .containsExactly(tuple(Code.HOURS_UNREAD, Finding.Severity.WARNING, 1, column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time(localTime)|? >= time(\"09:00:00\") and ? < time(\"17:00:00\")",
                "time(localTime)|not([time(\"09:00:00\")..@\"17:00:00\"])",
                "time(localTime)|>= time(\"22:00:00\"),< time( \"06:00\" )",
                "time(localTime)|? in [time(\"09:00:00\")..time(\"18:00:00\"))",
                "weekday|? = \"Monday\" and time(localTime) >= time(\"09:00:00\")",
                "weekday|time(localTime) between time(\"09:00:00\") and time(\"17:00:00\")",
                "weekday|? = \"Monday\" or ? = \"Friday\""
            })
    void readsWhatIsComparedWithTimesByName(String input, String condition) {
        assertThat(check.check(TableName.BUSINESS_HOURS, closedUnless(input, condition)))
                .extracting(Finding::code)
                .doesNotContain(Code.HOURS_UNREAD, Code.FEEL);
    }

    @ParameterizedTest
    @CsvSource({"time(localTime).hour >= 9, true", "time(localTime) >= time(\"09:00:00\"), false"})
    void seesHoursInAnAnswerThatCannotBeReadOff(String open, boolean found) {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP), open, "null")
                .dmn();

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .filteredOn(finding -> finding.code() == Code.HOURS_UNREAD)
                .extracting(Finding::row, Finding::column)
                .containsExactlyElementsOf(found ? List.of(tuple(1, 5)) : List.of());
    }

    private static String closedUnless(String input, String condition) {
        return TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP, input, condition), "true", "null")
                .dmn();
    }

    private static String hours(String weekdays, String times, String otherWeekdays, String otherTimes) {
        return TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP, "weekday", weekdays, "time(localTime)", times), "true", "null")
                .row(Map.of("schedule", SHOP, "weekday", otherWeekdays, "time(localTime)", otherTimes), "true", "null")
                .dmn();
    }
}
