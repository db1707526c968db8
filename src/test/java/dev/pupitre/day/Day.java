package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.day.Visit.Phase;
import dev.pupitre.story.HttpSession;
import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Plays a Monday at the desk, and the Tuesday morning on which those are served who came after closing. */
final class Day {
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final Instant EVENING = Hours.monday(Plans.LAST);

    private final DayPupitre pupitre;
    private final Scenario scenario;
    private final HttpSession sandbox;
    private final List<DayAgent> agents;
    private final Desk desk;
    private final Handling handling;
    private final Timetable timetable = new Timetable();
    final DayRecord record;

    Day(DayPupitre pupitre, Scenario scenario) {
        this.pupitre = pupitre;
        this.scenario = scenario;
        this.sandbox = new HttpSession(pupitre.base);
        this.record = new DayRecord(scenario);
        var program = pupitre.program();
        this.agents = IntStream.range(0, scenario.agents())
                .mapToObj(number -> DayAgent.hired(program, pupitre.base, number, Shift.of(number, scenario.agents())))
                .toList();
        DayCampaign.isSet(program, agents);
        this.desk = new Desk(pupitre, agents, scenario.capacity());
        this.handling = new Handling(this, pupitre, desk, agents);
    }

    DayRecord play() {
        for (var coming : new Plans(scenario.seed()).arrivals(scenario, sandbox)) {
            record.visits.add(coming.visit());
            timetable.plan(coming.at(), () -> arrive(coming.visit()));
        }
        for (var day : List.of(Hours.MONDAY, Hours.MONDAY.plusDays(1))) {
            timetable.plan(Hours.opening(day), this::open);
        }
        new Roster(this, agents, record).plan();
        timetable.plan(EVENING, this::evening);
        while (!timetable.isEmpty()) {
            var next = timetable.next();
            if (next.at().isAfter(now())) {
                pupitre.clock.moveTo(next.at());
            }
            next.event().run();
            record.events++;
        }
        return record;
    }

    Instant now() {
        return pupitre.clock.instant();
    }

    void in(Duration delay, Runnable event) {
        timetable.plan(now().plus(delay), event);
    }

    void at(Instant moment, Runnable event) {
        timetable.plan(moment, event);
    }

    /** The next step of this visit, unless another is planned before it comes. */
    void next(Visit visit, Duration delay, Runnable step) {
        nextAt(visit, now().plus(delay), step);
    }

    void nextAt(Visit visit, Instant moment, Runnable step) {
        var number = ++visit.step;
        timetable.plan(moment, () -> {
            if (visit.step == number) {
                step.run();
            }
        });
    }

    /** Waits for all that follows from what was done, and lets agents begin with what they have been given. */
    void settle(Collection<Visit> touched) {
        var given = desk.settle(touched);
        for (var visit : touched) {
            if (visit.phase == Phase.QUEUED && desk.queued.contains(visit)) {
                handling.waits(visit, now());
            }
        }
        record.note(now(), desk.queued.size(), (int)
                agents.stream().filter(DayAgent::isOnline).count());
        given.forEach(handling::begin);
    }

    /** To the queue, where the wait begins at this moment. */
    void queue(Visit visit) {
        visit.phase = Phase.QUEUED;
        if (visit.enteredQueueAt == null) {
            visit.enteredQueueAt = now();
        }
        desk.queued.add(visit);
    }

    void write(Visit visit, Map<String, Object> message) {
        visit.received++;
        assertThat(sandbox.post("/sandbox/api/customers/" + visit.visitor.id + "/messages", message))
                .returns(202, Answer::status);
    }

    private void arrive(Visit visit) {
        if (visit.visitor.open != null) {
            in(RETRY, () -> arrive(visit));
            return;
        }
        visit.visitor.open = visit;
        visit.arrivedAt = now();
        write(visit, Map.of("text", visit.urgent ? "This is urgent!" : "Hello, where is my parcel?"));
        visit.sent++;
        if (Hours.isOpen(now())) {
            queue(visit);
        } else {
            visit.cameWhileClosed = true;
            visit.phase = Phase.WAITS_FOR_OPENING;
        }
        settle(List.of(visit));
        handling.expect(visit);
    }

    /** Those who wrote before are greeted and queued now. */
    private void open() {
        var waiting = new ArrayList<Visit>();
        for (var visit : record.visits) {
            if (visit.phase == Phase.WAITS_FOR_OPENING) {
                visit.sent++;
                queue(visit);
                waiting.add(visit);
            }
        }
        settle(waiting);
    }

    /** Who is not answered today has to wait for the next opening. */
    private void evening() {
        record.visits.stream()
                .filter(visit -> visit.firstAnswerAt == null && visit.phase != Phase.OVER)
                .forEach(visit -> visit.carriedOver = true);
    }
}
