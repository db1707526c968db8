package dev.pupitre.day;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The hours of the schedule {@code office}, reckoned by themselves rather than by the table. */
final class Hours {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** In the coming March: the broker cannot go back in time, and nobody has a holiday then, nor changes the clocks. */
    @SuppressWarnings("TimeInStaticInitializer") // One and the same for the whole run.
    static final LocalDate MONDAY =
            LocalDate.now(ZONE).plusYears(1).withMonth(3).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSING = LocalTime.of(18, 0);

    private Hours() {}

    static Instant monday(LocalTime time) {
        return MONDAY.atTime(time).atZone(ZONE).toInstant();
    }

    static Instant opening(LocalDate day) {
        return day.atTime(OPENING).atZone(ZONE).toInstant();
    }

    static Instant closing(LocalDate day) {
        return day.atTime(CLOSING).atZone(ZONE).toInstant();
    }

    static boolean isOpen(Instant instant) {
        var day = day(instant);
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !instant.isBefore(opening(day)) && instant.isBefore(closing(day));
    }

    /** When so much time will have passed in which the desk is open. */
    static Instant after(Instant begin, Duration openTime) {
        var at = begin;
        var left = openTime;
        while (true) {
            if (!isOpen(at)) {
                at = at.isBefore(opening(day(at))) ? opening(day(at)) : opening(day(at).plusDays(1));
            } else if (at.plus(left).isAfter(closing(day(at)))) {
                left = left.minus(Duration.between(at, closing(day(at))));
                at = closing(day(at));
            } else {
                return at.plus(left);
            }
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
