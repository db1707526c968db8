package dev.pupitre.story;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** A desk in a zone in which the office has closed for today. */
final class EveningDesk {
    private static final int EVENING = 21;
    private static final int LAST_OFFSET = 12;

    private EveningDesk() {}

    static ZoneId zone() {
        var ahead = EVENING - Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(ahead > LAST_OFFSET ? ahead - 24 : ahead);
    }

    /** What makes a campaign's desk such a one. */
    static Map<String, Object> closed(Map<String, String> text, String then) {
        return Map.of(
                "schedule",
                "office",
                "zone",
                zone().getId(),
                "afterHours",
                Map.of("text", text, "then", then, "quietHours", 12));
    }
}
