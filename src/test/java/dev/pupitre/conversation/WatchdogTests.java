package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Pushing.Outcome;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.conversation.Stuck.Remedy;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.data.mongodb.core.query.Update;

/** A process that takes no step is found within a minute, and it is said why, where that is known. */
class WatchdogTests {
    private static final UserId SOFIA = new UserId("sofia");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final WatchdogProperties SETTINGS =
            new WatchdogProperties(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(5), 2);

    private final ConversationRoom room = new ConversationRoom();
    private final EngineState engine = mock();
    private final Campaigns campaigns = mock();
    private final LiveFeed feed = mock();
    private final Standstills standstills = new Standstills(room.database.template(), room.live);
    private final Causes causes = new Causes(
            engine, new TableTrials(engine, new StartFacts(room.pages), campaigns, room.clock), SETTINGS, room.clock);
    private final Pushing pushing = pushing(room);
    private final Watchdog watchdog =
            new Watchdog(standstills, causes, pushing, feed, SETTINGS, room.clock, room.meters);

    private Pushing pushing(ConversationRoom node) {
        return new Pushing(
                new Standstills(node.database.template(), node.live),
                node.conversations,
                causes,
                node.signals,
                SETTINGS,
                room.clock);
    }

    @BeforeEach
    void nothingIsWrong() {
        given(engine.outage(any())).willReturn(Optional.empty());
        given(engine.unattended(any())).willReturn(Optional.empty());
        given(engine.tryTable(any(), any(), any())).willReturn(Optional.empty());
        given(engine.gone(any(), any())).willReturn(Set.of());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsWithinAMinuteThatNothingWasDecided() {
        var id = opened("1");

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
        opened("1");
        var writes = 0;
        var end = room.clock.instant().plus(A_MINUTE);
        while (!room.clock.instant().plus(SETTINGS.interval()).isAfter(end)) {
            room.clock.advance(SETTINGS.interval());
            room.customerWrites("1", "again-" + writes++, "Hello?");
            room.openWith("1", writes + 1);
            watchdog.look();
        }

        assertThat(watchdog.stuck()).hasSize(1);
    }

    @Test
    void tellsThoseWhoLeadOnceAndAgainWhenItIsOver() {
        var id = opened("1");
        lookingForAMinute();
        watchdog.look();

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null);
        watchdog.look();
        watchdog.look();

        var events = ArgumentCaptor.forClass(LiveEvent.class);
        verify(feed, times(2)).publish(events.capture());
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
        standstills.takenUp(opened("1"), 1);
        standstills.takenUp(opened("2"), 2);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .extracting(Stuck::cause)
                .hasSize(2)
                .containsOnly(new Cause(Cause.Kind.ENGINE_DOWN, null, null, "The engine does not answer"));
        assertThat(room.meters
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
        opened("1");

        lookingForAMinute();

        assertThat(found()).containsExactly(new Cause(Cause.Kind.NO_WORKER, "queue-conversation", null, null));
    }

    @Test
    void namesTheTableThatCannotBeEvaluatedWithItsVersion() {
        given(engine.tryTable(eq("listening"), any(), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        opened("1");

        lookingForAMinute();

        assertThat(found()).containsExactly(new Cause(Cause.Kind.TABLE, "listening", 7, "no function found"));
    }

    @Test
    void leavesAloneWhoWaitsForTheOpeningUntilItIsPast() {
        var id = opened("1");
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
    void leavesAloneTheAutomaticAgentsCustomerUntilATurnIsOwed() {
        var id = opened("1");
        var heard = room.conversations.stored(id).messages().getLast().id();
        room.live.change(
                where("conversationId").is(id),
                new Update().set("course.awaited", true).set("service.automation.heard", heard));
        room.clock.advance(Duration.ofHours(1));
        lookingForAMinute();
        assertThat(watchdog.stuck()).isEmpty();

        room.customerWrites("1", "next", "And tomorrow?");
        room.openWith("1", 2);
        var owed = room.clock.instant();
        awaitNothingDue(id);
        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.ANSWER, Stuck::step)
                .returns(owed, Stuck::since)
                .returns(Remedy.TAKE_UP, Stuck::remedy);
    }

    @Test
    void findsWhatWasHandedOnAndNotQueuedAgain() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        room.conversations.release(id, ConversationRoom.ALICE.id(), Target.queue(), null, null);
        var handedOn = room.clock.instant();
        awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.QUEUE, Stuck::step)
                .returns(handedOn, Stuck::since);
    }

    @Test
    void findsWhatWasResolvedAndNotClosed() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        var resolved = room.clock.instant();
        awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.CLOSE, Stuck::step)
                .returns(resolved, Stuck::since);
    }

    @Test
    void leavesAloneWhoWaitsInTheQueueAndWhoHasAnAgent() {
        room.givenToAlice("1");
        room.conversations.queue(opened("2"), ConversationRoom.CAMPAIGN, 0, null);
        room.clock.advance(Duration.ofHours(5));

        lookingForAMinute();

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void beginsAgainWhatNobodyHasDecidedAboutOnceHoweverManyPush() {
        var other = new ConversationRoom(room.database);
        var id = opened("1");
        lookingForAMinute();

        var outcomes = List.of(
                pushing.push(id, SOFIA).outcome(),
                pushing(other).push(id, SOFIA).outcome(),
                pushing.push(id, SOFIA).outcome());
        awaitNothingDue(id);

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
        var id = opened("1");
        lookingForAMinute();
        pushing.push(id, SOFIA);
        var pushed = room.clock.instant();
        awaitNothingDue(id);

        lookingForAMinute();

        assertThat(watchdog.stuck()).extracting(Stuck::tried).containsExactly(new Trail.Tried(pushed, "sofia", 0));
        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.BEGUN_AGAIN);
    }

    @Test
    void tellsAgainWhatTheEngineHasNotHeard() {
        var id = opened("1");
        room.live.change(
                where("conversationId").is(id),
                new Update().push("due", new Due(Due.Kind.START, "message", room.clock.instant())));
        lookingForAMinute();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.TOLD_AGAIN);
        awaitNothingDue(id);

        assertThat(room.publishedNames()).containsExactly("conversation-started", "conversation-started");
    }

    @Test
    void resolvesAgainWhatIsTakenUpAfterItWasResolved() {
        var id = room.givenToAlice("1");
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        awaitNothingDue(id);
        lookingForAMinute();
        room.published.clear();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.TAKEN_UP);
        awaitNothingDue(id);

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
        awaitNothingDue(id);
        given(engine.gone(eq(List.of(17L)), any())).willReturn(Set.of(17L));
        room.published.clear();

        watchdog.look();
        awaitNothingDue(id);
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
            awaitNothingDue(id);
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
        var id = opened("1");
        room.clock.advance(Duration.ofSeconds(1));
        pushing.on(new JobFailed("prepare-conversation", id.value(), "java.lang.Error: no", 3));
        lookingForAMinute();
        assertThat(found())
                .containsExactly(new Cause(Cause.Kind.JOB_FAILED, "prepare-conversation", null, "java.lang.Error: no"));
        assertThat(room.publishedNames()).containsExactly("conversation-started");

        pushing.on(new JobFailed("prepare-conversation", id.value(), "java.lang.Error: no", 0));
        watchdog.look();
        awaitNothingDue(id);

        assertThat(room.publishedNames()).hasSize(3);
    }

    @Test
    void beginsAgainByItselfWhenTheTableIsMended() {
        given(engine.tryTable(eq("listening"), any(), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        var id = opened("1");
        lookingForAMinute();
        assertThat(room.publishedNames()).hasSize(1);

        given(engine.tryTable(any(), any(), any())).willReturn(Optional.empty());
        watchdog.look();
        awaitNothingDue(id);

        assertThat(room.publishedNames()).hasSize(3);
    }

    @Test
    void doesNothingToWhatMoves() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(1));
        awaitNothingDue(id);
        room.published.clear();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.MOVES);

        assertThat(room.published).isEmpty();
    }

    private List<Cause> found() {
        return watchdog.stuck().stream().map(Stuck::cause).toList();
    }

    /** How often it looks; the clock ends a minute later. */
    private int lookingForAMinute() {
        var looks = 0;
        for (var end = room.clock.instant().plus(A_MINUTE); room.clock.instant().isBefore(end); looks++) {
            room.clock.advance(SETTINGS.interval());
            watchdog.look();
        }
        return looks;
    }

    private ConversationId opened(String customer) {
        room.customerWrites(customer, customer + "-first", "Hello");
        var id = room.openWith(customer, 1).conversationId();
        awaitNothingDue(id);
        return id;
    }

    private void awaitNothingDue(ConversationId id) {
        await().until(() -> room.conversations.stored(id).due().isEmpty());
    }
}
