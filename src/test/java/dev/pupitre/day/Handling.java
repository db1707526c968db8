package dev.pupitre.day;

import dev.pupitre.day.Visit.Leaving;
import dev.pupitre.day.Visit.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What customers and agents do in a conversation, from its first message to the answer to its survey. */
final class Handling {
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Day day;
    private final DayPupitre pupitre;
    private final Desk desk;
    private final List<DayAgent> agents;

    Handling(Day day, DayPupitre pupitre, Desk desk, List<DayAgent> agents) {
        this.day = day;
        this.pupitre = pupitre;
        this.desk = desk;
        this.agents = agents;
    }

    /** What a customer does who is not answered soon; as long as the desk is closed, nobody expects it to answer. */
    void expect(Visit visit) {
        var patient = Hours.after(day.now(), visit.patience);
        if (visit.asksAgain) {
            day.in(visit.between(100, 200), () -> asksAgain(visit));
        }
        if (visit.leaving != Leaving.NEVER) {
            day.at(patient, () -> leaves(visit));
        }
    }

    private void asksAgain(Visit visit) {
        if (visit.phase == Phase.QUEUED || visit.phase == Phase.WAITS_FOR_OPENING) {
            day.write(visit, Map.of("text", "Is anybody there?"));
            day.settle(List.of(visit));
        }
    }

    private void leaves(Visit visit) {
        if (visit.phase != Phase.QUEUED || visit.firstAnswerAt != null) {
            return;
        }
        visit.gone = true;
        if (visit.leaving == Leaving.WITH_A_WORD) {
            visit.withdrawn = true;
            day.write(visit, Map.of("text", "Never mind."));
            day.settle(List.of(visit));
        }
    }

    /** While it goes on, the desk has to notice how long this wait is. */
    void waits(Visit visit, Instant since) {
        if (Objects.equals(visit.waitsSince, since)
                || !since.equals(desk.get(visit).queuedAt())) {
            return;
        }
        visit.waitsSince = since;
        day.at(Hours.after(since, Scenario.LONG_WAIT).plus(A_MOMENT), () -> isTold(visit, since));
        day.at(Hours.after(since, Scenario.DROPOUT).plus(A_MOMENT), () -> isLost(visit, since));
    }

    private void isTold(Visit visit, Instant since) {
        if (visit.phase == Phase.QUEUED && since.equals(visit.waitsSince) && !visit.told) {
            visit.told = true;
            visit.sent++;
            pupitre.look("LongWaits.look");
            day.settle(List.of(visit));
        }
    }

    private void isLost(Visit visit, Instant since) {
        if (visit.phase == Phase.QUEUED && since.equals(visit.waitsSince) && visit.firstAnswerAt == null) {
            visit.lost = true;
            pupitre.look("LongWaits.look");
            day.settle(List.of(visit));
        }
    }

    /** An agent has been given it. */
    void begin(Visit visit) {
        visit.waitsSince = null;
        if (visit.firstAssignedAt == null) {
            visit.firstAssignedAt = day.now();
        }
        day.next(visit, visit.between(30, 120), () -> act(visit));
    }

    private void act(Visit visit) {
        if (visit.withdrawn && visit.firstAnswerAt == null) {
            resolve(visit);
        } else {
            answer(visit);
        }
    }

    private void answer(Visit visit) {
        visit.agent().answers(visit, "Hello, let me see.");
        visit.sent++;
        visit.answeredInTheseHands = true;
        if (visit.firstAnswerAt == null) {
            visit.firstAnswerAt = day.now();
        }
        day.settle(List.of(visit));
        if (visit.gone || visit.fallsSilent) {
            day.nextAt(visit, idleAt(visit), () -> isIdle(visit));
        } else if (visit.handOn != Visit.HandOn.NOBODY && !visit.handedOn) {
            day.next(visit, visit.between(20, 60), () -> handOn(visit));
        } else {
            goOn(visit);
        }
    }

    private void goOn(Visit visit) {
        if (visit.questionsLeft > 0) {
            visit.questionsLeft--;
            day.next(visit, visit.between(30, 180), () -> ask(visit));
        } else {
            day.next(visit, visit.between(60, 240), () -> resolve(visit));
        }
    }

    private void ask(Visit visit) {
        day.write(visit, Map.of("text", "And when will it come?"));
        day.settle(List.of(visit));
        day.next(visit, visit.between(45, 150), () -> act(visit));
    }

    private void handOn(Visit visit) {
        visit.handedOn = true;
        var from = visit.agent();
        var colleague = agents.stream()
                .filter(agent -> agent.isOnline() && agent != from)
                .min(Comparator.comparingInt(agent -> agent.held.size()));
        if (visit.handOn == Visit.HandOn.TEAM) {
            visit.waitsFor = Desk.EXPERTS;
            from.handsOn(visit, Map.of("team", Desk.EXPERTS));
        } else if (colleague.isPresent()) {
            visit.waitsFor = colleague.get().id;
            from.handsOn(visit, Map.of("agent", visit.waitsFor));
        } else {
            goOn(visit);
            return;
        }
        day.record.transfers++;
        from.letsGo(visit, Phase.QUEUED);
        day.queue(visit);
        day.settle(List.of(visit));
        leavesIfDone(from);
    }

    private Instant idleAt(Visit visit) {
        return desk.get(visit).lastActivityAt().plus(Scenario.IDLE).plus(A_MOMENT);
    }

    private void isIdle(Visit visit) {
        if (idleAt(visit).isAfter(day.now())) {
            day.nextAt(visit, idleAt(visit), () -> isIdle(visit));
            return;
        }
        day.record.idle++;
        visit.sent++;
        pupitre.look("Idleness.look");
        isOver(visit);
    }

    private void resolve(Visit visit) {
        visit.agent().resolves(visit);
        isOver(visit);
    }

    /** Everybody is asked how it was, but nobody twice in a week. */
    private void isOver(Visit visit) {
        var agent = visit.agent();
        agent.letsGo(visit, Phase.OVER);
        agent.handled++;
        visit.step++;
        visit.visitor.open = null;
        if (visit.visitor.wasAsked) {
            visit.spared++;
        } else {
            visit.visitor.wasAsked = true;
            visit.surveyed = true;
            visit.sent++;
        }
        day.settle(List.of(visit));
        if (visit.surveyed && visit.score > 0 && !visit.gone) {
            day.in(visit.between(10, 300), () -> rate(visit));
        }
        leavesIfDone(agent);
    }

    private void rate(Visit visit) {
        if (visit.visitor.open != null) {
            return;
        }
        visit.scored = true;
        visit.sent++;
        var message = new HashMap<String, Object>(Map.of("text", String.valueOf(visit.score)));
        if (!visit.typesScore) {
            message.put("quickReply", "pupitre:survey:" + visit.conversation() + ":" + visit.score);
        }
        day.write(visit, message);
        day.settle(List.of(visit));
    }

    private static void leavesIfDone(DayAgent agent) {
        if (agent.finishing && agent.held.isEmpty()) {
            agent.logsOut();
        }
    }
}
