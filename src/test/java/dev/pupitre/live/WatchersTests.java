package dev.pupitre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WatchersTests {
    private static final Caller ALICE = new Caller(new UserId("alice"), "Alice", Set.of(Role.AGENT));
    private static final Caller BRUNO = new Caller(new UserId("bruno"), "Bruno", Set.of(Role.AGENT));
    private static final String IT = "c-1";

    private final MovableClock clock = new MovableClock();
    private final WatchList list = new WatchList(clock);
    private final JsonMapper json = new JsonMapper();
    private final LiveFeed feed = mock();
    private final List<LiveEvent> told = new CopyOnWriteArrayList<>();
    private final Watchers watchers = node(list);

    private Watchers node(WatchList known) {
        willAnswer(call -> told.add(call.getArgument(0))).given(feed).publish(any());
        var properties = new LiveProperties(
                100,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofSeconds(3),
                Duration.ofMillis(100),
                Duration.ofSeconds(3),
                Duration.ofSeconds(12),
                Duration.ofMinutes(1));
        var local = new LocalFeed(properties, known, json, clock, new SimpleMeterRegistry());
        return new Watchers(known, local, mock(NodeExchange.class), feed, json, clock);
    }

    @Test
    void seeEachOther() {
        watchers.look(IT, BRUNO, false, null);

        assertThat(watchers.look(IT, ALICE, true, null))
                .extracting(Watcher::name, Watcher::typing)
                .containsExactly(tuple("Alice", true), tuple("Bruno", false));
        assertThat(watchers.look("c-2", ALICE, false, null)).hasSize(1);
    }

    @Test
    void areToldOfComingTypingAndGoingAndOfNothingElse() {
        watchers.look(IT, ALICE, false, null);
        watchers.look(IT, ALICE, false, null);
        watchers.look(IT, BRUNO, false, null);
        watchers.look(IT, BRUNO, true, null);
        watchers.look(IT, BRUNO, true, null);
        watchers.leave(IT, BRUNO, null);

        assertThat(told)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event.audience().about()).isEqualTo(IT));
    }

    @Test
    void areForgottenWhenTheyAreNotHeardOfForAMinute() {
        watchers.look(IT, BRUNO, false, null);
        clock.advance(Duration.ofSeconds(61));

        assertThat(watchers.look(IT, ALICE, false, null))
                .extracting(Watcher::name)
                .containsExactly("Alice");
    }

    @Test
    void whoClosesOneOfTwoWindowsStillLooks() {
        watchers.look(IT, BRUNO, true, "first");
        watchers.look(IT, BRUNO, false, "second");
        assertThat(watchers.look(IT, ALICE, false, null))
                .extracting(Watcher::name, Watcher::typing)
                .as("once, and writing in one of them")
                .containsExactly(tuple("Alice", false), tuple("Bruno", true));

        watchers.leave(IT, BRUNO, "first");

        assertThat(list.of(IT))
                .extracting(Watcher::name, Watcher::typing)
                .containsExactly(tuple("Alice", false), tuple("Bruno", false));
        watchers.leave(IT, BRUNO, "second");
        assertThat(list.of(IT)).extracting(Watcher::name).containsExactly("Alice");
    }

    @Test
    void getWhatIsToldOfWhatTheyLookAt() {
        watchers.look(IT, BRUNO, false, null);

        var change = new Change("message", "{}", new Audience(Set.of(ALICE.id()), Set.of(), IT));

        assertThat(change.isFor(BRUNO)).isFalse();
        assertThat(change.alsoFor(list.idsOf(IT)).isFor(BRUNO)).isTrue();
    }

    @Test
    void areKnownToOtherNodesAsTheyAreTold() {
        var watch = new Watch(
                IT, new Watcher(BRUNO.id(), "Bruno", true, clock.instant().plusSeconds(60)), null, true);
        var other = new WatchList(clock);

        other.apply(json.readValue(json.writeValueAsString(watch), Watch.class));

        assertThat(other.of(IT)).extracting(Watcher::name).containsExactly("Bruno");
    }
}
