package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A moment as a schedule tells it, in its own zone: what the table {@code business-hours} is asked about. */
record ScheduleClock(String schedule, String localDate, String weekday, String localTime) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static ScheduleClock of(Campaign campaign, Instant instant) {
        return of(campaign.schedule(), campaign.zone(), instant);
    }

    static ScheduleClock of(String schedule, ZoneId zone, Instant instant) {
        var local = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        return new ScheduleClock(
                schedule,
                local.toLocalDate().toString(),
                local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                TIME.format(local));
    }
}
