package dev.pupitre.routing;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the agent and those who lead how many conversations the agent has, and whether they are there. */
@Component
class Presences {
    private final LiveFeed feed;

    Presences(LiveFeed feed) {
        this.feed = feed;
    }

    void announce(Agent agent) {
        record Person(String id, String name) {}
        record PresenceChange(Person agent, Presence presence) {}
        feed.publish(new LiveEvent(
                "presence",
                new PresenceChange(new Person(agent.id(), agent.name()), agent.view()),
                new Audience(Set.of(new UserId(agent.id())), Set.of(Role.SUPERVISOR, Role.ADMIN))));
    }
}
