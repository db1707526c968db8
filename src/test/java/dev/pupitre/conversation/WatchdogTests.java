package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.Pushing.Outcome;
import dev.pupitre.conversation.Pushing.Pushed;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.conversation.Stuck.Remedy;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.data.mongodb.core.query.Update;

/** A process that takes no step is found within a minute, and it is said why, where that is known. */
class WatchdogTests {
    private static final UserId SOFIA = new UserId("sofia");
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

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null);
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
        standstills.takenUp(watched.opened("1"), 1);
        standstills.takenUp(watched.opened("2"), 2);

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
        room.conversations.queue(watched.opened("2"), ConversationRoom.CAMPAIGN, 0, null);
        room.clock.advance(Duration.ofHours(5));

        lookingForAMinute();

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void beginsAgainWhatNobodyHasDecidedAboutOnceHoweverManyPush() {
        var other = new ConversationRoom(room.database);
        var id = watched.opened("1");
        lookingForAMinute();

        var outcomes = List.of(
                pushing.push(id, SOFIA).outcome(),
                watched.pushing(other).push(id, SOFIA).outcome(),
                pushing.push(id, SOFIA).outcome());
        watched.awaitNothingDue(id);

        assertThat(outcomes).containsExactly(Outcome.BEGUN_AGAIN, Outcome.UNDER_WAY, Outcome.UNDER_WAY);
        assertThat(room.publishedNames())
                .containsExactly("conversation-started", "conversation-begin-again", "conversation-started");
        assertThat(other.published).isEmpty();
        assertThat(room.published).extracting(EngineMessage::messageId).doesNotHaveDuplicates();
        assertThat(room.published.getFirst().variables())
                .isEqualTo(room.published.getLast().variables());
    }

    @Test
    void saysWhenAndByWhomItWasPushedOnAndLetsItBePushedAgainLater() {
        var id = watched.opened("1");
        lookingForAMinute();
        pushing.push(id, SOFIA);
        var pushed = room.clock.instant();
        watched.awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck()).extracting(Stuck::tried).containsExactly(new Trail.Tried(pushed, "sofia", 0));
        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.BEGUN_AGAIN);
    }

    @Test
    void tellsAgainWhatTheEngineHasNotHeard() {
        var id = watched.opened("1");
        room.live.change(
                where("conversationId").is(id),
                new Update().push("due", new Due(Due.Kind.START, "message", room.clock.instant())));
        lookingForAMinute();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.TOLD_AGAIN);
        watched.awaitNothingDue(id);

        assertThat(room.publishedNames()).containsExactly("conversation-started", "conversation-started");
    }

    @Test
    void resolvesAgainWhatIsTakenUpAfterItWasResolved() {
        var id = room.givenToAlice("1");
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        watched.awaitNothingDue(id);
        lookingForAMinute();
        room.published.clear();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.TAKEN_UP);
        watched.awaitNothingDue(id);

        assertThat(room.publishedNames())
                .containsExactly("conversation-begin-again", "conversation-taken-up", "agent-resolved");
        assertThat(room.published.getLast().variables())
                .isEqualTo(new Signals.Resolved(
                        String.valueOf(room.conversations.stored(id).resolution())));
    }

    @Test
    void takesUpByItselfWhatHasLostItsProcessOnceAndAgainLaterButNotForEver() {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, 17);
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
            standstills.takenUp(room.givenToAlice(String.valueOf(number)), number);
        }

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

    @Test
    void doesNothingToWhatMoves() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        watched.awaitNothingDue(id);
        room.published.clear();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.MOVES);

        assertThat(room.published).isEmpty();
    }

    @Test
    void asksAboutAllTogetherAndSaysOfWhomTheEngineSaidNothing() {
        var lost = room.givenToAlice("1");
        var moving = room.givenToAlice("2");
        standstills.takenUp(lost, 1);
        standstills.takenUp(moving, 2);
        watched.awaitNothingDue(lost);
        watched.awaitNothingDue(moving);
        var stuck = watched.opened("3");
        room.clock.advance(A_MINUTE);
        var nowhere = new ConversationId("nowhere");
        EngineUnavailable silence = mock();
        given(engine.gone(any(), any())).willThrow(silence);

        assertThat(pushing.push(List.of(lost, moving, stuck, nowhere, lost), SOFIA))
                .containsExactly(
                        new Pushed(lost, Outcome.UNKNOWN),
                        new Pushed(moving, Outcome.UNKNOWN),
                        new Pushed(stuck, Outcome.BEGUN_AGAIN),
                        new Pushed(nowhere, Outcome.OVER));

        willReturn(Set.of(1L)).given(engine).gone(any(), any());
        assertThat(pushing.push(List.of(lost, moving, stuck), SOFIA))
                .extracting(Pushed::outcome)
                .containsExactly(Outcome.TAKEN_UP, Outcome.MOVES, Outcome.UNDER_WAY);
        verify(engine, times(2)).gone(any(), any());
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
