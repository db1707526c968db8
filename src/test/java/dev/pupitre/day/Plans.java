package dev.pupitre.day;

import dev.pupitre.story.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** When customers come: few before the desk opens and after it has closed, most late in the morning and in the afternoon. */
final class Plans {
    /** How many come in each half hour from 07:00 on, compared with the others. */
    private static final double[] HALF_HOURS = {
        0.2, 0.3, 0.5, 0.8, 2.0, 3.0, 4.8, 7.2, 7.4, 5.2, 3.4, 2.6, 2.6, 3.2, 4.6, 7.0, 7.4, 5.2, 4.0, 3.4, 3.0, 2.4,
        1.4, 1.0, 0.7, 0.5
    };

    static final LocalTime FIRST = LocalTime.of(7, 0);
    static final LocalTime LAST = LocalTime.of(20, 0);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** A visit, and when it is to begin. */
    record Coming(Visit visit, Instant at) {}

    private final Random chance;

    Plans(long seed) {
        chance = new Random(seed);
    }

    /** Every arrival of the day, by new customers and by some who were here before. */
    List<Coming> arrivals(Scenario scenario, HttpSession sandbox) {
        var arrivals = new ArrayList<Coming>();
        var mayReturn = new ArrayList<Coming>();
        var latest = Hours.monday(LAST.minusHours(5));
        for (int number = 0; number < scenario.arrivals() - scenario.returning(); number++) {
            var visitor = new Visitor(newcomer(sandbox, number));
            var coming = new Coming(new Visit(number, visitor, scenario.seed()), moment());
            arrivals.add(coming);
            if (coming.at().isBefore(latest)) {
                mayReturn.add(coming);
            }
        }
        for (int number = arrivals.size(); number < scenario.arrivals(); number++) {
            var before = mayReturn.remove(chance.nextInt(mayReturn.size()));
            var visit = new Visit(number, before.visit().visitor, scenario.seed());
            arrivals.add(new Coming(visit, before.at().plusMillis(7_200_000 + chance.nextInt(7_200_000))));
        }
        return arrivals;
    }

    private static String newcomer(HttpSession sandbox, int number) {
        return sandbox.post("/sandbox/api/customers", Map.of("name", "Visitor " + number))
                .json()
                .get("id")
                .asString();
    }

    private Instant moment() {
        double all = 0;
        for (var share : HALF_HOURS) {
            all += share;
        }
        var left = chance.nextDouble() * all;
        int half = 0;
        while (left >= HALF_HOURS[half]) {
            left -= HALF_HOURS[half++];
        }
        var within = (long) (left / HALF_HOURS[half] * HALF_HOUR.toMillis());
        return Hours.monday(FIRST).plus(HALF_HOUR.multipliedBy(half)).plusMillis(within);
    }
}
