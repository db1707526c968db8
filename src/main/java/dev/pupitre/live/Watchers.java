package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets those who look at the same thing see each other, on whichever nodes they are connected. */
@Component
public class Watchers {
    /** What browsers are told: all who look at it, each time somebody comes, goes, or begins or ends to type. */
    record Company(String about, List<Watcher> watchers) {}

    private final WatchList list;
    private final LocalFeed local;
    private final NodeExchange nodes;
    private final LiveFeed feed;
    private final JsonMapper json;
    private final Clock clock;

    Watchers(WatchList list, LocalFeed local, NodeExchange nodes, LiveFeed feed, JsonMapper json, Clock clock) {
        this.list = list;
        this.local = local;
        this.nodes = nodes;
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    /** The caller looks at it, for the minute to come. Answers with all who do. */
    public List<Watcher> look(String about, Caller caller, boolean typing) {
        var until = clock.instant().plus(WatchList.BELIEVED);
        var watcher = new Watcher(caller.id(), caller.displayName(), typing, until);
        var known = list.of(about).stream()
                .anyMatch(before -> before.id().equals(caller.id()) && before.typing() == typing);
        tell(new Watch(about, watcher, true));
        if (!known) {
            announce(about);
        }
        return list.of(about);
    }

    public void leave(String about, Caller caller) {
        tell(new Watch(about, new Watcher(caller.id(), caller.displayName(), false, clock.instant()), false));
        announce(about);
    }

    private void tell(Watch watch) {
        var change = Change.watching(json.writeValueAsString(watch));
        local.append(change);
        nodes.offer(change);
    }

    private void announce(String about) {
        var company = list.of(about);
        if (!company.isEmpty()) {
            feed.publish(
                    new LiveEvent("watchers", new Company(about, company), new Audience(Set.of(), Set.of(), about)));
        }
    }
}
