package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.routing.Availability;
import dev.pupitre.supervision.Monitor.AgentRow;
import dev.pupitre.supervision.Monitor.Handled;
import dev.pupitre.supervision.Monitor.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class MonitorTellerTests {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final MonitorBoard board = mock();
    private final LiveFeed feed = mock();
    private final MonitorWatch watch = new MonitorWatch(database.template());
    private final MonitorTeller here = teller();
    private final MonitorTeller there = teller();

    @BeforeEach
    void twoAgents() {
        stands(agent("alice", 0), agent("bruno", 0));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        here.tell();

        then(board).should(never()).now();
        then(feed).should(never()).publish(any());
    }

    @Test
    void oneNodeTellsAllEachTime() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));

        here.tell();
        there.tell();
        then(feed).should(times(1)).publish(any());

        clock.advance(INTERVAL);
        there.tell();
        here.tell();
        then(feed).should(times(2)).publish(any());
    }

    @Test
    void whoTellsSlowlyGoesOnTelling() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));
        given(board.now()).willAnswer(_ -> {
            clock.advance(Duration.ofSeconds(8));
            return monitor(agent("alice", 0));
        });
        here.tell();
        clock.advance(INTERVAL.minusMillis(1));

        there.tell();
        then(feed).should(times(1)).publish(any());
        clock.advance(Duration.ofMillis(1));
        here.tell();

        then(feed).should(times(2)).publish(any());
    }

    @Test
    void anotherNodeTakesOverAndTellsAllAgents() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));
        stands(agent("alice", 2));
        there.tell();
        clock.advance(INTERVAL.multipliedBy(3));
        stands(agent("alice", 1));
        here.tell();
        clock.advance(INTERVAL.multipliedBy(3));
        stands(agent("alice", 2));

        there.tell();

        assertThat(lastTold().agents())
                .as("which it has told already, but the other node something else since")
                .containsExactly(agent("alice", 2));
    }

    @Test
    void whoIsNotThereAnyMoreIsToldByTheIdsOfTheOthers() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));
        here.tell();
        clock.advance(INTERVAL);
        stands(agent("bruno", 0));

        here.tell();

        assertThat(lastTold().agents()).isEmpty();
        assertThat(lastTold().agentIds()).containsExactly(new UserId("bruno"));
    }

    private Monitor lastTold() {
        var told = ArgumentCaptor.forClass(LiveEvent.class);
        then(feed).should(atLeastOnce()).publish(told.capture());
        return (Monitor) told.getValue().data();
    }

    @Test
    void onlyAgentsOfWhomSomethingHasChangedAreToldOf() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));
        here.tell();
        clock.advance(INTERVAL);
        stands(agent("alice", 0), agent("bruno", 1));

        here.tell();

        var told = ArgumentCaptor.forClass(LiveEvent.class);
        then(feed).should(times(2)).publish(told.capture());
        assertThat(((Monitor) told.getAllValues().getFirst().data()).agents()).hasSize(2);
        assertThat(((Monitor) told.getValue().data()).agents()).containsExactly(agent("bruno", 1));
    }

    @Test
    void itEndsSomeTimeAfterNobodyLooksAnyMore() {
        watch.watchedUntil(clock.instant().plus(Duration.ofMinutes(3)));
        clock.advance(Duration.ofMinutes(4));

        here.tell();

        then(feed).should(never()).publish(any());
    }

    private MonitorTeller teller() {
        return new MonitorTeller(board, watch, feed, SupervisionFixture.settings(false), clock);
    }

    private void stands(AgentRow... agents) {
        given(board.now()).willReturn(monitor(agents));
    }

    private static Monitor monitor(AgentRow... agents) {
        return new Monitor(
                SINCE,
                List.of(agents),
                Stream.of(agents).map(AgentRow::id).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Waiting(0, null),
                0,
                null);
    }

    private static AgentRow agent(String id, int load) {
        return new AgentRow(
                new UserId(id),
                id,
                Availability.ONLINE,
                null,
                SINCE,
                5,
                load,
                List.of(),
                List.of(),
                List.of(),
                new Handled(0, null));
    }
}
