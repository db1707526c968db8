package dev.pupitre.day;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.pupitre.day.Visit.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the day came to, by its own count. */
final class DayRecord {
    /** The desk after something was done there. */
    record Moment(Instant at, int queued, int online) {
        /** Of two steps at one moment, the later with the longer queue of both. */
        Moment longer(Moment later) {
            return new Moment(at, Math.max(queued, later.queued), later.online);
        }
    }

    final Scenario scenario;
    final List<Visit> visits = new ArrayList<>();
    final List<Moment> moments = new ArrayList<>();
    int events;
    int transfers;
    int givenBack;
    int idle;

    DayRecord(Scenario scenario) {
        this.scenario = scenario;
    }

    void note(Instant at, int queued, int online) {
        moments.add(new Moment(at, queued, online));
    }

    Map<Outcome, Long> outcomes() {
        return visits.stream().collect(groupingBy(Visit::outcome, counting()));
    }

    Map<String, Long> handled() {
        return visits.stream().collect(groupingBy(visit -> visit.agent().id, counting()));
    }

    int received() {
        return visits.stream().mapToInt(visit -> visit.received).sum();
    }

    int sent() {
        return visits.stream().mapToInt(visit -> visit.sent).sum();
    }

    int surveyed() {
        return (int) visits.stream().filter(visit -> visit.surveyed).count();
    }

    int scored() {
        return (int) visits.stream().filter(visit -> visit.scored).count();
    }

    int scores() {
        return visits.stream()
                .filter(visit -> visit.scored)
                .mapToInt(visit -> visit.score)
                .sum();
    }
}
