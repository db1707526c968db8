package dev.pupitre.report;

import dev.pupitre.kernel.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Some days in a time zone.
 *
 * @param from the first day
 * @param to the last day
 */
record Period(LocalDate from, LocalDate to, ZoneId zone) {
    private static final int MOST_DAYS = 3 * 366;

    private static final LocalDate EARLIEST = LocalDate.EPOCH;
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    Period {
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new InvalidInput(
                    from.isBefore(EARLIEST) ? "from" : "to",
                    "Expected days from %s to %s, but got %s to %s".formatted(EARLIEST, LATEST, from, to));
        }
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "Expected a day not before %s, but got %s".formatted(from, to));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new InvalidInput(
                    "to", "Expected at most %d days, but got those from %s to %s".formatted(MOST_DAYS, from, to));
        }
    }

    /** Those who were opened within it. */
    boolean contains(Fact fact) {
        return fact.openedAt() >= start().getEpochSecond() && fact.openedAt() < end().getEpochSecond();
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The days in UTC that have a part of it. */
    Stream<LocalDate> daysInUtc() {
        var first = LocalDate.ofInstant(start(), ZoneOffset.UTC);
        var last = LocalDate.ofInstant(end().minusSeconds(1), ZoneOffset.UTC);
        return first.datesUntil(last.plusDays(1));
    }
}
