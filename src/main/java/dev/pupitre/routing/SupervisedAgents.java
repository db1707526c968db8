package dev.pupitre.routing;

import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who lead change of an agent, who is told by whom. */
@Component
class SupervisedAgents {
    private final People people;
    private final Agents agents;
    private final Shifts shifts;
    private final Dealer dealer;
    private final Presences presences;

    SupervisedAgents(People people, Agents agents, Shifts shifts, Dealer dealer, Presences presences) {
        this.people = people;
        this.agents = agents;
        this.shifts = shifts;
        this.dealer = dealer;
        this.presences = presences;
    }

    /** Whoever is brought online is gone again soon unless their browser is heard of. */
    Agent become(UserId id, Availability presence, Caller by) {
        var person = person(id);
        var agent = shifts.become(new Caller(id, person.name(), person.roles()), presence, true);
        presences.tell(agent, by);
        return agent;
    }

    /** @param capacity null for what the settings say */
    Agent limit(UserId id, @Nullable Integer capacity, Caller by) {
        var agent = agents.limit(id, person(id).name(), capacity);
        presences.announce(agent);
        presences.tell(agent, by);
        dealer.drain();
        return agent;
    }

    private Person person(UserId id) {
        return people.find(id).filter(Person::answers).orElseThrow(() -> new NobodyAnswers(id));
    }

    static final class NobodyAnswers extends NotFound {
        NobodyAnswers(UserId id) {
            super("Expected somebody who answers customers, but " + id + " is none");
        }
    }
}
