package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.DeskHours;
import dev.pupitre.engine.DecisionTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a campaign's desk is open, as the table {@code business-hours} says it.
 *
 * <p>The table can change its answer only at midnight, at the times its cells name, and when the clocks are put forward
 * or back: it is asked at each of these, one after the other. Where a row asks for the time without naming one, such as
 * {@code ?.hour >= 9}, nobody can read off when: for some days it is asked at each quarter of an hour, too.
 */
@Component
public class OpeningHours implements DeskHours {
    static final String TABLE = "business-hours";

    /** A desk that does not open within this time is taken for one that never does. */
    private static final int DAYS_AHEAD = 100;

    /** A week comes round within them; what is further away is found later, as it is looked for again each day. */
    private static final int DAYS_BY_QUARTERS = 8;

    private static final List<LocalTime> QUARTERS = IntStream.range(0, 24 * 4)
            .mapToObj(quarter -> LocalTime.MIDNIGHT.plusMinutes(quarter * 15L))
            .toList();

    /** For so long it is believed that no change comes. */
    private static final Duration BELIEVED = Duration.ofDays(1);

    /** So many stretches of each schedule: some weeks, with several a day. */
    private static final int REMEMBERED = 100;

    private record Schedule(String name, ZoneId zone) {}

    /**
     * From one moment on the next change to or from open is known.
     *
     * @param change null where none was found
     * @param again until when it was looked for, where some days only could be asked; null where none will come
     */
    private record Known(
            Instant from,
            boolean open,
            @Nullable Instant change,
            @Nullable Instant again) {
        /** Up to when it is known; null for ever. */
        @Nullable
        Instant end() {
            return change == null ? again : change;
        }

        boolean covers(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(change == null ? from.plus(BELIEVED) : change);
        }
    }

    /** What was worked out by one edition of the table: of another nothing is known yet. */
    private record Remembered(int edition, Map<Schedule, NavigableMap<Instant, Known>> stretches) {
        static Remembered nothing(int edition) {
            return new Remembered(edition, new ConcurrentHashMap<>());
        }

        NavigableMap<Instant, Known> of(Schedule schedule) {
            return stretches.computeIfAbsent(schedule, _ -> new ConcurrentSkipListMap<>());
        }
    }

    private final DecisionTables tables;
    private volatile Remembered remembered;

    OpeningHours(DecisionTables tables) {
        this.tables = tables;
        this.remembered = Remembered.nothing(tables.edition(TABLE));
    }

    public boolean isOpen(Campaign campaign, Instant instant) {
        return isOpen(new Schedule(campaign.schedule(), campaign.zone()), instant);
    }

    @Override
    public Optional<Instant> nextOpening(Campaign campaign, Instant instant) {
        var schedule = new Schedule(campaign.schedule(), campaign.zone());
        var now = at(schedule, instant);
        if (!now.open()) {
            return Optional.ofNullable(now.change());
        }
        return Optional.ofNullable(now.change())
                .flatMap(closing -> Optional.ofNullable(at(schedule, closing).change()));
    }

    /** The instant after so much time has passed in which the desk was open. */
    public Optional<Instant> after(Campaign campaign, Instant start, Duration openTime) {
        var schedule = new Schedule(campaign.schedule(), campaign.zone());
        var given = start.plus(Duration.ofDays(DAYS_AHEAD));
        var left = openTime;
        @Nullable Instant instant = start;
        while (instant != null) {
            var here = at(schedule, instant);
            var end = here.end();
            if (here.open()) {
                if (end == null || !instant.plus(left).isAfter(end)) {
                    return Optional.of(instant.plus(left));
                }
                left = left.minus(Duration.between(instant, end));
            } else if (here.change() == null && instant.isAfter(given)) {
                return Optional.empty();
            }
            instant = end;
        }
        return Optional.empty();
    }

    /** For how much of the time between these the desk is open. */
    public Duration openTime(Campaign campaign, Instant from, Instant to) {
        var schedule = new Schedule(campaign.schedule(), campaign.zone());
        var open = Duration.ZERO;
        var instant = from;
        while (instant.isBefore(to)) {
            var here = at(schedule, instant);
            var known = here.end();
            var end = known == null || known.isAfter(to) ? to : known;
            open = here.open() ? open.plus(Duration.between(instant, end)) : open;
            instant = end;
        }
        return open;
    }

    private Known at(Schedule schedule, Instant instant) {
        var stretches = remembered().of(schedule);
        var before = stretches.floorEntry(instant);
        if (before != null && before.getValue().covers(instant)) {
            return before.getValue();
        }
        var open = isOpen(schedule, instant);
        var found = known(schedule, instant, open);
        remember(found, stretches);
        return found;
    }

    /** Asked before the table is: what an older table says is at worst kept with that older one. */
    private Remembered remembered() {
        var edition = tables.edition(TABLE);
        var known = remembered;
        if (known.edition() != edition) {
            known = Remembered.nothing(edition);
            remembered = known;
        }
        return known;
    }

    /** One that begins earlier has the later one in it; of many the oldest, which hardly anybody asks about, go. */
    private static void remember(Known found, NavigableMap<Instant, Known> stretches) {
        var after = stretches.higherEntry(found.from());
        if (after != null
                && found.change() != null
                && found.change().equals(after.getValue().change())) {
            stretches.remove(after.getKey());
        }
        stretches.put(found.from(), found);
        if (stretches.size() > REMEMBERED) {
            stretches.pollFirstEntry();
        }
    }

    private Known known(Schedule schedule, Instant instant, boolean open) {
        var times = tables.borders(TABLE, "schedule", schedule.name());
        var unread = tables.hasUnreadBorders(TABLE, "schedule", schedule.name());
        var today = LocalDate.ofInstant(instant, schedule.zone());
        // Beyond the quarters an earlier change would be missed: it is looked for again each day.
        var end = today.plusDays(unread ? DAYS_BY_QUARTERS : DAYS_AHEAD);
        for (var day = today; day.isBefore(end); day = day.plusDays(1)) {
            var borders = bordersOf(day, schedule.zone(), times);
            if (unread) {
                addQuarters(borders, day, schedule.zone());
            }
            for (var border : borders) {
                if (border.isAfter(instant) && isOpen(schedule, border) != open) {
                    return new Known(instant, open, border, null);
                }
            }
        }
        return new Known(
                instant, open, null, unread ? end.atStartOfDay(schedule.zone()).toInstant() : null);
    }

    /** A range may begin or end with its border or right after it, so both are asked about. */
    private static SortedSet<Instant> bordersOf(LocalDate day, ZoneId zone, SortedSet<LocalTime> times) {
        var borders = new TreeSet<Instant>();
        borders.add(day.atStartOfDay(zone).toInstant());
        for (var time : times) {
            addBoth(borders, day, time, zone);
        }
        var rules = zone.getRules();
        var change = rules.nextTransition(day.atStartOfDay(zone).toInstant().minusNanos(1));
        if (change != null && LocalDate.ofInstant(change.getInstant(), zone).equals(day)) {
            borders.add(change.getInstant());
        }
        return borders;
    }

    private static void addQuarters(SortedSet<Instant> borders, LocalDate day, ZoneId zone) {
        for (var quarter : QUARTERS) {
            for (var offset : zone.getRules().getValidOffsets(day.atTime(quarter))) {
                borders.add(day.atTime(quarter).toInstant(offset));
            }
        }
    }

    /** A time that the clocks show twice on a day is a border twice. */
    private static void addBoth(SortedSet<Instant> borders, LocalDate day, LocalTime time, ZoneId zone) {
        var local = day.atTime(time);
        for (var offset : zone.getRules().getValidOffsets(local)) {
            var border = local.toInstant(offset);
            borders.add(border);
            borders.add(border.plusSeconds(1));
        }
    }

    /** Closed is what the table says is closed, as in the process; a table that says neither keeps nobody waiting. */
    private boolean isOpen(Schedule schedule, Instant instant) {
        return isOpen(ScheduleClock.of(schedule.name(), schedule.zone(), instant));
    }

    /** Whether the desk is open now, and was closed so long before. */
    public boolean hasOpenedWithin(Campaign campaign, Duration lately, Instant now) {
        var schedule = new Schedule(campaign.schedule(), campaign.zone());
        return at(schedule, now).open() && !at(schedule, now.minus(lately)).open();
    }

    /** What the table has for those whom it finds the desk closed; blank for nothing. */
    String closedText(Campaign campaign, Instant instant) {
        var asked = ScheduleClock.of(campaign, instant);
        return tables.explain(TABLE, asked).outputs().get("message") instanceof String text ? text : "";
    }

    boolean isOpen(ScheduleClock clock) {
        return !Boolean.FALSE.equals(tables.explain(TABLE, clock).outputs().get("open"));
    }
}
