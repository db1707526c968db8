package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.live.LiveEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.data.mongodb.core.query.Update;

/** A look comes to an end whatever the engine does, goes by our own time, and raises each alarm once over all nodes. */
class WatchdogLookTests {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final WatchedRoom watched = new WatchedRoom(10);
    private final ConversationRoom room = watched.room;
    private final EngineState engine = watched.engine;
    private final Standstills standstills = watched.standstills;
    private final Watchdog watchdog = watched.watchdog;
    private final Watchdog other = watched.another();

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void asksASlowEngineForNoLongerThanALookMayTake() {
        for (var number = 1; number <= 9; number++) {
            watched.opened(String.valueOf(number));
        }
        room.clock.advance(AN_HOUR);
        var patience = ArgumentCaptor.forClass(Duration.class);
        willAnswer(_ -> {
                    room.clock.advance(Duration.ofSeconds(2));
                    return Optional.empty();
                })
                .given(engine)
                .tryTable(any(), any(), patience.capture());

        watchdog.look();

        assertThat(patience.getAllValues()).containsExactly(LIMIT, Duration.ofSeconds(3), Duration.ofSeconds(1));
        assertThat(watchdog.stuck()).hasSize(9);
    }

    @Test
    void asksNothingElseAfterAQuestionThatWasNotAnswered() {
        watched.opened("1");
        watched.opened("2");
        room.clock.advance(AN_HOUR);
        EngineUnavailable silence = mock();
        given(engine.tryTable(any(), any(), any())).willThrow(silence);

        watchdog.look();

        verify(engine).tryTable(any(), any(), any());
        assertThat(watchdog.stuck()).extracting(Stuck::cause).containsExactly(Cause.UNKNOWN, Cause.UNKNOWN);
    }

    @Test
    void doesNotTakeSilenceForATableThatIsMended() {
        watched.opened("1");
        room.clock.advance(AN_HOUR);
        given(engine.tryTable(any(), any(), any()))
                .willReturn(Optional.of(new EngineState.BrokenTable("listening", 7, "no function found")));
        watchdog.look();
        EngineUnavailable silence = mock();
        given(engine.tryTable(any(), any(), any())).willThrow(silence);

        watchdog.look();

        assertThat(watchdog.stuck()).singleElement().returns(null, Stuck::tried);
    }

    @Test
    void knowsWhatIsStuckBeforeTheEngineSaysWhy() {
        var id = watched.opened("1");
        room.clock.advance(AN_HOUR);
        var knownMeanwhile = new ArrayList<ConversationId>();
        given(engine.outage(any())).willAnswer(_ -> {
            watchdog.stuck().forEach(one -> knownMeanwhile.add(one.conversation()));
            return Optional.empty();
        });

        watchdog.look();

        assertThat(knownMeanwhile).containsExactly(id);
    }

    @Test
    void countsFromWhenAMessageCameAndNotFromWhenItWasWritten() {
        var id = watched.opened("1");
        var heard = room.conversations.stored(id).messages().getLast().id();
        room.live.change(
                where("conversationId").is(id),
                new Update().set("course.awaited", true).set("service.automation.heard", heard));
        room.clock.advance(AN_HOUR);
        watchdog.look();
        assertThat(watchdog.stuck()).isEmpty();
        var came = room.clock.instant();
        room.told(new MessageReceived(
                ConversationRoom.PAGE, "1", came.minus(Duration.ofMinutes(50)), "late", "Are you there?"));
        room.openWith("1", 2);
        watched.awaitNothingDue(id);

        watchdog.look();
        assertThat(watchdog.stuck()).isEmpty();
        room.clock.advance(Duration.ofMinutes(1));
        watchdog.look();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.ANSWER, Stuck::step)
                .returns(came, Stuck::since)
                .returns(Stuck.Remedy.TAKE_UP, Stuck::remedy);
    }

    @Test
    void countsFromTheResolutionWhateverTheCustomerWroteWhenever() {
        var id = room.givenToAlice("1");
        room.clock.advance(AN_HOUR);
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        var resolved = room.clock.instant();
        room.told(new MessageReceived(
                ConversationRoom.PAGE, "1", resolved.minus(Duration.ofMinutes(50)), "late", "One more thing"));
        room.openWith("1", 2);
        watched.awaitNothingDue(id);

        watchdog.look();
        assertThat(watchdog.stuck()).isEmpty();
        room.clock.advance(Duration.ofMinutes(1));
        watchdog.look();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(Step.CLOSE, Stuck::step)
                .returns(resolved, Stuck::since);
    }

    @Test
    void raisesTheAlarmOnceHoweverManyNodesLookAndBegin() {
        watched.opened("1");
        room.clock.advance(AN_HOUR);

        watchdog.look();
        other.look();
        watched.another().look();

        assertThat(newly()).containsExactly(1, 0, 0);
    }

    @Test
    void raisesTheAlarmOnceAboutAProcessThatIsLostAndAgainWhenTheNextOneIs() {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, WatchedRoom.led(17));
        given(engine.gone(any(), any())).willAnswer(asked -> Set.copyOf(asked.<List<Long>>getArgument(0)));
        watchdog.look();
        var found = room.clock.instant();
        room.clock.advance(Duration.ofSeconds(15));
        other.look();

        assertThat(newly()).containsExactly(1, 0);
        assertThat(other.stuck()).singleElement().returns(found, Stuck::since);

        standstills.takenUp(id, WatchedRoom.led(18));
        other.look();

        assertThat(newly()).containsExactly(1, 0, 1);
    }

    @Test
    void doesNotMissAProcessThatEndsWhileItIsAskedAbout() {
        var id = room.givenToAlice("1");
        var resolved = room.givenToAlice("2");
        standstills.takenUp(id, WatchedRoom.led(17));
        standstills.takenUp(resolved, WatchedRoom.led(18));
        watched.awaitNothingDue(id);
        given(engine.gone(any(), any())).willAnswer(asked -> {
            room.endings.end(id, null, room.clock.instant());
            room.resolutions.resolve(ConversationRoom.ALICE, resolved, null);
            return Set.copyOf(asked.<List<Long>>getArgument(0));
        });
        room.published.clear();

        watchdog.look();

        assertThat(watchdog.stuck()).isEmpty();
        verify(watched.feed, never()).publish(any());
        assertThat(room.publishedNames()).doesNotContain("conversation-begin-again");
    }

    @Test
    void doesNotTakeSilenceForTheLossOfTheNextProcess() {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, WatchedRoom.led(17));
        watched.awaitNothingDue(id);
        given(engine.gone(any(), any())).willReturn(Set.of(17L));
        watchdog.look();
        assertThat(watchdog.stuck()).extracting(Stuck::conversation).containsExactly(id);
        standstills.takenUp(id, WatchedRoom.led(18));
        EngineUnavailable silence = mock();
        given(engine.gone(any(), any())).willThrow(silence);

        watchdog.look();

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void stillMissesAProcessThatIsLostWhereTheEngineIsSilent() {
        var id = room.givenToAlice("1");
        standstills.takenUp(id, WatchedRoom.led(17));
        watched.awaitNothingDue(id);
        given(engine.gone(any(), any())).willReturn(Set.of(17L));
        watchdog.look();
        EngineUnavailable silence = mock();
        given(engine.gone(any(), any())).willThrow(silence);

        watchdog.look();

        assertThat(watchdog.stuck()).extracting(Stuck::conversation).containsExactly(id);
    }

    @Test
    void asksAgainAfterTheOldestAlarmsFirst() {
        for (var number = 1; number <= 3; number++) {
            var id = room.givenToAlice(String.valueOf(number));
            standstills.takenUp(id, WatchedRoom.led(number));
            var raisedAt = room.clock.instant().minus(Duration.ofMinutes(number));
            room.live.change(where("conversationId").is(id), new Update().set("course.trail.raisedAt", raisedAt));
        }

        assertThat(standstills.raised())
                .extracting(one -> one.course().trail().process())
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void forgetsWhatIsOverByTheTimeItIsKnownWhy() {
        var id = watched.opened("1");
        room.clock.advance(AN_HOUR);
        standstills.takenUp(id, WatchedRoom.led(17));
        given(engine.gone(any(), any())).willAnswer(asked -> {
            room.endings.end(id, null, room.clock.instant());
            return Set.copyOf(asked.<List<Long>>getArgument(0));
        });

        watchdog.look();

        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void forgetsTheAlarmOfWhatMovesAgain() {
        var id = watched.opened("1");
        room.clock.advance(AN_HOUR);
        watchdog.look();
        standstills.takenUp(id, WatchedRoom.led(17));
        room.live.change(
                where("conversationId").is(id), new Update().set("course.trail.raisedAt", room.clock.instant()));
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);

        watchdog.look();

        assertThat(watchdog.stuck()).isEmpty();
        assertThat(room.conversations.stored(id).course().trail().raisedAt()).isNull();
    }

    private List<Integer> newly() {
        var events = ArgumentCaptor.forClass(LiveEvent.class);
        verify(watched.feed, atLeastOnce()).publish(events.capture());
        return events.getAllValues().stream()
                .map(event -> ((Watchdog.Raised) event.data()).newly())
                .toList();
    }
}
