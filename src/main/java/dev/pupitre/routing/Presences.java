package dev.pupitre.routing;

import dev.pupitre.kernel.Caller;
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

    private record Person(String id, String name) {}

    /** Tells the agent who has changed whether they are there, or how much they are given. */
    void tell(Agent agent, Caller by) {
        record Supervised(Person by, Presence presence) {}
        feed.publish(new LiveEvent(
                "supervised",
                new Supervised(new Person(by.getName(), by.displayName()), agent.view()),
                new Audience(Set.of(new UserId(agent.id())), Set.of())));
    }

    void announce(Agent agent) {
        record PresenceChange(Person agent, Presence presence) {}
        feed.publish(new LiveEvent(
                "presence",
                new PresenceChange(new Person(agent.id(), agent.name()), agent.view()),
                new Audience(Set.of(new UserId(agent.id())), Set.of(Role.SUPERVISOR, Role.ADMIN))));
    }
}
