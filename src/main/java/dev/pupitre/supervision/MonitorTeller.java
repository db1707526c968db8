package dev.pupitre.supervision;

import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.supervision.Monitor.AgentRow;
import dev.pupitre.supervision.MonitorWatch.Turn;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Moves the numbers on the screens of those who watch, by one event each time, with those agents only of whom something
 * has changed since this node told of them last.
 */
@Component
class MonitorTeller {
    static final Audience OVERSEERS = new Audience(Set.of(), Set.of(Role.SUPERVISOR, Role.ADMIN));

    private final MonitorBoard board;
    private final MonitorWatch watch;
    private final LiveFeed feed;
    private final SupervisionProperties properties;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private Map<UserId, AgentRow> told = Map.of();

    MonitorTeller(
            MonitorBoard board, MonitorWatch watch, LiveFeed feed, SupervisionProperties properties, Clock clock) {
        this.board = board;
        this.watch = watch;
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.supervision.interval:5s}")
    void tell() {
        // A little less, or every other round would come a moment too early.
        var turn = watch.takeTurn(
                node, clock.instant(), properties.interval().multipliedBy(9).dividedBy(10));
        if (turn != Turn.NONE) {
            if (turn == Turn.FIRST) {
                told = Map.of();
            }
            var now = board.now();
            var changed = now.agents().stream()
                    .filter(row -> !row.equals(told.get(row.id())))
                    .toList();
            told = now.agents().stream().collect(Collectors.toMap(AgentRow::id, Function.identity()));
            feed.publish(new LiveEvent("monitor", now.withAgents(changed), OVERSEERS));
            watch.told(node, clock.instant());
        }
    }
}
