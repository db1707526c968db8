package dev.pupitre.routing;

import dev.pupitre.identity.People;
import dev.pupitre.kernel.UserId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for conversations in hands they should not be in: of agents who are silent, or have left. */
@Component
class Watch {
    private final Agents agents;
    private final Returns returns;
    private final Shifts shifts;
    private final Choice choice;
    private final People people;

    Watch(Agents agents, Returns returns, Shifts shifts, Choice choice, People people) {
        this.agents = agents;
        this.returns = returns;
        this.shifts = shifts;
        this.choice = choice;
        this.people = people;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.offer-interval:1s}")
    void sweep() {
        returns.sweep();
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void seeOff() {
        for (var agent : agents.all()) {
            var mayAnswer = people.find(new UserId(agent.id()))
                    .filter(People.Person::answers)
                    .isPresent();
            if (!mayAnswer
                    && (agent.presence() != Availability.OFFLINE
                            || !agent.places().isEmpty())) {
                shifts.dismiss(agent);
            } else {
                agent.places().stream()
                        .filter(place -> wasLeftBehind(agent, place) || !choice.mayKeep(agent.id(), place))
                        .forEach(place -> returns.leave(agent, place));
            }
        }
    }

    /** A crash may have come between the agent's leaving and what follows of it. */
    static boolean wasLeftBehind(Agent agent, Agent.Place place) {
        return agent.presence() == Availability.OFFLINE && place.since().isBefore(agent.since());
    }
}
