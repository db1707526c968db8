package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.conversation.Stuck.Remedy;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.LiveEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A process that takes no step is found within a minute, and it is said why, where that is known. */
class WatchdogTests {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final WatchedRoom watched = new WatchedRoom(2);
    private final ConversationRoom room = watched.room;
    private final EngineState engine = watched.engine;
    private final Standstills standstills = watched.standstills;
    private final Pushing pushing = watched.pushing;
    private final Watchdog watchdog = watched.watchdog;

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void findsWithinAMinuteThatNothingWasDecided() {
        var id = watched.opened("1");

        assertThat(lookingForAMinute()).isPositive();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(id, Stuck::conversation)
                .returns(Step.DECIDE, Stuck::step)
                .returns(Cause.UNKNOWN, Stuck::cause)
                .returns(Remedy.BEGIN_AGAIN, Stuck::remedy);
    }

    @Test
    void isNotMisledByACustomerWhoGoesOnWriting() {
        watched.opened("1");
        var writes = 0;
        var end = room.clock.instant().plus(A_MINUTE);
        while (!room.clock.instant().plus(watched.settings.interval()).isAfter(end)) {
            room.clock.advance(watched.settings.interval());
            room.customerWrites("1", "again-" + writes++, "Hello?");
            room.openWith("1", writes + 1);
            watchdog.look();
        }

        assertThat(watchdog.stuck()).hasSize(1);
    }

    @Test
    void tellsThoseWhoLeadOnceAndAgainWhenItIsOver() {
        var id = watched.opened("1");
        lookingForAMinute();
        watchdog.look();

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        watchdog.look();
        watchdog.look();

        var events = ArgumentCaptor.forClass(LiveEvent.class);
        verify(watched.feed, times(2)).publish(events.capture());
        assertThat(events.getAllValues())
                .extracting(LiveEvent::data)
                .containsExactly(new Watchdog.Raised(1, 1), new Watchdog.Raised(0, 0));
        assertThat(events.getAllValues())
                .allSatisfy(event ->
                        assertThat(event.audience().roles()).containsExactlyInAnyOrder(Role.SUPERVISOR, Role.ADMIN));
    }

    @Test
    void saysThatTheEngineIsDownAndCountsByReason() {
        given(engine.outage(any())).willReturn(Optional.of("The engine does not answer"));
        standstills.takenUp(watched.opened("1"), WatchedRoom.led(1));
        standstills.takenUp(watched.opened("2"), WatchedRoom.led(2));

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .extracting(Stuck::cause)
                .hasSize(2)
                .containsOnly(new Cause(Cause.Kind.ENGINE_DOWN, null, null, "The engine does not answer"));
        assertThat(watched.meters
                        .get("pupitre.conversations.stuck")
                        .tag("reason", "engine_down")
                        .gauge()
                        .value())
                .isEqualTo(2);
        verify(engine, never()).gone(any(), any());
    }

    @Test
    void namesTheJobThatNobodyWorksOn() {
        given(engine.unattended(any())).willReturn(Optional.of("queue-conversation"));
        watched.opened("1");

        lookingForAMinute();

        assertThat(found()).containsExactly(new Cause(Cause.Kind.NO_WORKER, "queue-conversation", null, null));
    }

    @Test
    void namesTheTableThatCannotBeEvaluatedWithItsVersion() {
        given(engine.tryTable(eq("listening"), any(), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        watched.opened("1");

        lookingForAMinute();

        assertThat(found()).containsExactly(new Cause(Cause.Kind.TABLE, "listening", 7, "no function found"));
    }

    @Test
    void leavesAloneWhoWaitsForTheOpeningUntilItIsPast() {
        var id = watched.opened("1");
        var opening = room.clock.instant().plus(Duration.ofHours(2));
        room.course.waitsFor(id, opening);

        lookingForAMinute();
        assertThat(watchdog.stuck()).isEmpty();
        room.clock.advance(Duration.between(room.clock.instant(), opening));
        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.OPEN, Stuck::step)
                .returns(opening, Stuck::since);
    }

    @Test
    void findsWhatWasHandedOnAndNotQueuedAgain() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        room.conversations.release(id, ConversationRoom.ALICE.id(), Target.queue(), null, null);
        var handedOn = room.clock.instant();
        watched.awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.QUEUE, Stuck::step)
                .returns(handedOn, Stuck::since);
    }

    @Test
    void leavesAloneWhoWaitsInTheQueueAndWhoHasAnAgent() {
        room.givenToAlice("1");
        room.conversations.queue(watched.opened("2"), ConversationRoom.CAMPAIGN, 0, null, null);
        room.clock.advance(Duration.ofHours(5));

        lookingForAMinute();

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void takesUpByItselfWhatHasLostItsProcessOnceAndAgainLaterButNotForEver() {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, WatchedRoom.led(17));
        watched.awaitNothingDue(id);
        given(engine.gone(eq(List.of(17L)), any())).willReturn(Set.of(17L));
        room.published.clear();

        watchdog.look();
        watched.awaitNothingDue(id);
        watchdog.look();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.ASSIGN, Stuck::step)
                .returns(Cause.PROCESS_GONE, Stuck::cause)
                .returns(new Trail.Tried(room.clock.instant(), null, 1), Stuck::tried);
        assertThat(room.publishedNames()).containsExactly("conversation-begin-again", "conversation-taken-up");
        for (var hours = 0; hours < 12; hours++) {
            room.clock.advance(Duration.ofHours(1));
            watchdog.look();
            watched.awaitNothingDue(id);
        }
        assertThat(room.publishedNames()).hasSize(8);
    }

    @Test
    void asksInTurnsWhetherTheProcessesAreStillThere() {
        for (var number = 1; number <= 5; number++) {
            var id = room.givenToAlice(String.valueOf(number));
            standstills.takenUp(id, WatchedRoom.led(number));
            watched.awaitNothingDue(id);
        }
        // What they were told is asked after at once.
        watchdog.look();
        clearInvocations(engine);

        for (var looks = 0; looks < 6; looks++) {
            watchdog.look();
        }

        var asked = ArgumentCaptor.<Collection<Long>>captor();
        verify(engine, atLeast(3)).gone(asked.capture(), any());
        assertThat(asked.getAllValues()).allSatisfy(some -> assertThat(some).hasSizeLessThanOrEqualTo(2));
        assertThat(asked.getAllValues().stream().flatMap(Collection::stream).toList())
                .contains(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void namesTheJobThatFailsAndBeginsAgainWhereTheEngineHasGivenUp() {
        var id = watched.opened("1");
        room.clock.advance(Duration.ofSeconds(1));
        pushing.on(new JobFailed("prepare-conversation", id.value(), "java.lang.Error: no", 3));
        lookingForAMinute();
        assertThat(found())
                .containsExactly(new Cause(Cause.Kind.JOB_FAILED, "prepare-conversation", null, "java.lang.Error: no"));
        assertThat(room.publishedNames()).containsExactly("conversation-started");

        pushing.on(new JobFailed("prepare-conversation", id.value(), "java.lang.Error: no", 0));
        watchdog.look();
        watched.awaitNothingDue(id);

        assertThat(room.publishedNames()).hasSize(3);
    }

    @Test
    void beginsAgainByItselfWhenTheTableIsMended() {
        given(engine.tryTable(eq("listening"), any(), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        var id = watched.opened("1");
        lookingForAMinute();
        assertThat(room.publishedNames()).hasSize(1);

        given(engine.tryTable(any(), any(), any())).willReturn(Optional.empty());
        watchdog.look();
        watched.awaitNothingDue(id);

        assertThat(room.publishedNames()).hasSize(3);
    }

    private List<Cause> found() {
        return watchdog.stuck().stream().map(Stuck::cause).toList();
    }

    /** How often it looks; the clock ends a minute later. */
    private int lookingForAMinute() {
        var looks = 0;
        for (var end = room.clock.instant().plus(A_MINUTE); room.clock.instant().isBefore(end); looks++) {
            room.clock.advance(watched.settings.interval());
            watchdog.look();
        }
        return looks;
    }
}
