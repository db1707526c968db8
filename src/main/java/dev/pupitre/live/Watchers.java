package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    /**
     * The caller looks at it, for the minute to come. Answers with all who do.
     *
     * @param tab which of the caller's windows; null for one that does not say
     */
    public List<Watcher> look(String about, Caller caller, boolean typing, @Nullable String tab) {
        var until = clock.instant().plus(WatchList.BELIEVED);
        var before = typingIn(about, caller);
        tell(new Watch(about, new Watcher(caller.id(), caller.displayName(), typing, until), tab, true));
        if (!before.equals(typingIn(about, caller))) {
            announce(about);
        }
        return list.of(about);
    }

    public void leave(String about, Caller caller, @Nullable String tab) {
        tell(new Watch(about, new Watcher(caller.id(), caller.displayName(), false, clock.instant()), tab, false));
        announce(about);
    }

    /** Empty where the caller does not look at it. */
    private Optional<Boolean> typingIn(String about, Caller caller) {
        return list.of(about).stream()
                .filter(watcher -> watcher.id().equals(caller.id()))
                .map(Watcher::typing)
                .findFirst();
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
