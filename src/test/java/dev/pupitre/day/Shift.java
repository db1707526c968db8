package dev.pupitre.day;

import java.time.LocalTime;

/**
 * When an agent works.
 *
 * @param leavesAtOnce whether the agent goes at the end whatever is open, rather than finish it
 */
record Shift(LocalTime begin, LocalTime lunch, LocalTime lunchEnds, LocalTime end, boolean leavesAtOnce) {
    private static final int LUNCH = 45;
    private static final LocalTime LATEST = LocalTime.of(18, 30);

    /** The shift of one of so many, who begin from 09:00 to 10:30 and have lunch from 11:45 to 14:00. */
    static Shift of(int number, int agents) {
        var begin = LocalTime.of(9, 0).plusMinutes((long) number * 90 / agents);
        var end = begin.plusHours(8);
        var lunch = LocalTime.of(11, 45).plusMinutes((long) number * 90 / agents);
        return new Shift(
                begin,
                lunch,
                lunch.plusMinutes(LUNCH),
                end.isAfter(LATEST) ? LATEST : end,
                number % 5 == 4 || (agents < 5 && number == 1));
    }
}
