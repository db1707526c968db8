package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What analysts may put into the table {@code business-hours}, row by row, whoever evaluates it. */
abstract class BusinessHoursCases {
    record Moment(String schedule, String localDate, String weekday, String localTime) {
        static Moment of(String schedule, LocalDate date, String time) {
            var weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return new Moment(schedule, date.toString(), weekday, time);
        }
    }

    /** Schedule, date, time, and whether it is open then. */
    static final String CASES = """
            # several ranges a day
            shop, 2026-03-02, 08:59:59, false
            shop, 2026-03-02, 09:00:00, true
            shop, 2026-03-02, 11:59:59, true
            shop, 2026-03-02, 12:00:00, false
            shop, 2026-03-02, 14:00:00, true
            shop, 2026-03-02, 19:00:00, false
            shop, 2026-03-07, 09:30:00, false
            shop, 2026-03-07, 16:59:59, true
            shop, 2026-03-08, 11:00:00, false
            # exceptions by date
            shop, 2026-12-24, 11:00:00, true
            shop, 2026-12-24, 15:00:00, false
            shop, 2026-12-25, 10:00:00, false
            shop, 2026-12-28, 10:00:00, true
            holidays, 2026-06-30, 23:59:59, true
            holidays, 2026-07-01, 00:00:00, false
            holidays, 2026-08-31, 23:59:59, false
            holidays, 2026-09-01, 00:00:00, true
            # over midnight
            night, 2026-03-02, 21:59:59, false
            night, 2026-03-02, 22:00:00, true
            night, 2026-03-02, 23:59:59, true
            night, 2026-03-03, 00:00:00, true
            night, 2026-03-03, 05:59:59, true
            night, 2026-03-03, 06:00:00, false
            # all day
            weekend, 2026-03-06, 23:59:59, false
            weekend, 2026-03-07, 00:00:00, true
            weekend, 2026-03-08, 23:59:59, true
            weekend, 2026-03-09, 00:00:00, false
            # borders that belong to the other side
            early, 2026-03-02, 02:30:00, true
            early, 2026-03-02, 02:45:00, false
            after-nine, 2026-03-02, 09:00:00, false
            after-nine, 2026-03-02, 09:00:01, true
            after-nine, 2026-03-02, 10:00:00, true
            after-nine, 2026-03-02, 10:00:01, false
            # the shipped rows
            always, 2026-03-01, 03:00:00, true
            office, 2026-03-02, 09:00:00, true
            office, 2026-03-02, 08:59:59, false
            office, 2026-03-06, 17:59:59, true
            office, 2026-03-06, 18:00:00, false
            office, 2026-03-07, 10:00:00, false
            never, 2026-03-02, 10:00:00, false
            unheard-of, 2026-03-02, 10:00:00, false
            """;

    abstract boolean isOpen(Moment moment);

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void isOpenWhenItsRowsSaySo(String schedule, LocalDate date, String time, boolean open) {
        assertThat(isOpen(Moment.of(schedule, date, time))).isEqualTo(open);
    }
}
