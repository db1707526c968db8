package dev.pupitre.day;

import dev.pupitre.day.Visit.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The agents' comings and goings. */
final class Roster {
    private final Day day;
    private final List<DayAgent> agents;
    private final DayRecord record;

    Roster(Day day, List<DayAgent> agents, DayRecord record) {
        this.day = day;
        this.agents = agents;
        this.record = record;
    }

    void plan() {
        var second = 1;
        for (var agent : agents) {
            var shift = agent.shift;
            day.at(Hours.monday(shift.begin()).plusSeconds(second), () -> comes(agent));
            day.at(Hours.monday(shift.lunch()).plusSeconds(second), () -> is(agent, "AWAY"));
            day.at(Hours.monday(shift.lunchEnds()).plusSeconds(second), () -> is(agent, "ONLINE"));
            day.at(Hours.monday(shift.end()).plusSeconds(second), () -> goes(agent));
            day.at(Hours.opening(Hours.MONDAY.plusDays(1)).plusSeconds(second), () -> comes(agent));
            second++;
        }
    }

    private void comes(DayAgent agent) {
        agent.logsIn();
        is(agent, "ONLINE");
    }

    private void is(DayAgent agent, String presence) {
        agent.becomes(presence);
        day.settle(List.of());
    }

    private void goes(DayAgent agent) {
        agent.finishing = true;
        is(agent, "AWAY");
        if (agent.shift.leavesAtOnce()) {
            handOverWhatIsAnswered(agent);
            var unanswered = List.copyOf(agent.held);
            agent.logsOut();
            unanswered.forEach(visit -> isGivenBack(agent, visit));
            day.settle(unanswered);
        } else if (agent.held.isEmpty()) {
            agent.logsOut();
        }
    }

    private void handOverWhatIsAnswered(DayAgent agent) {
        for (var visit : new ArrayList<>(agent.held)) {
            if (visit.answeredInTheseHands) {
                agent.handsOn(visit, Map.of("queue", true));
                record.transfers++;
                visit.waitsFor = null;
                visit.step++;
                agent.letsGo(visit, Phase.QUEUED);
                day.queue(visit);
                day.settle(List.of(visit));
            }
        }
    }

    /** Who leaves gives back what they have not answered. */
    private void isGivenBack(DayAgent agent, Visit visit) {
        record.givenBack++;
        if (!Desk.EXPERTS.equals(visit.waitsFor)) {
            visit.waitsFor = null;
        }
        visit.step++;
        agent.letsGo(visit, Phase.QUEUED);
        day.queue(visit);
    }
}
