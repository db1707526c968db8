package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.Pushing.Outcome;
import dev.pupitre.conversation.Pushing.Pushed;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** What stands still is pushed on once, however many push it, and what moves is left alone. */
class PushingTests {
    private static final UserId SOFIA = new UserId("sofia");
    private static final Duration AN_HOUR = Duration.ofHours(1);

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
    void beginsAgainWhatNobodyHasDecidedAboutOnceHoweverManyPush() {
        var other = new ConversationRoom(room.database);
        var id = watched.opened("1");
        room.clock.advance(AN_HOUR);
        watchdog.look();

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
        room.clock.advance(AN_HOUR);
        watchdog.look();
        pushing.push(id, SOFIA);
        var pushed = room.clock.instant();
        watched.awaitNothingDue(id);

        room.clock.advance(AN_HOUR);
        watchdog.look();

        assertThat(watchdog.stuck()).extracting(Stuck::tried).containsExactly(new Trail.Tried(pushed, "sofia", 0));
        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.BEGUN_AGAIN);
    }

    @Test
    void tellsAgainWhatTheEngineHasNotHeard() {
        var id = watched.opened("1");
        room.live.change(
                where("conversationId").is(id),
                new Update().push("due", new Due(Due.Kind.START, "message", room.clock.instant())));
        room.clock.advance(AN_HOUR);
        watchdog.look();

        assertThat(pushing.push(id, SOFIA).outcome()).isEqualTo(Outcome.TOLD_AGAIN);
        watched.awaitNothingDue(id);

        assertThat(room.publishedNames()).containsExactly("conversation-started", "conversation-started");
    }

    @Test
    void resolvesAgainWhatIsTakenUpAfterItWasResolved() {
        var id = room.givenToAlice("1");
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);
        watched.awaitNothingDue(id);
        room.clock.advance(AN_HOUR);
        watchdog.look();
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
        standstills.takenUp(lost, WatchedRoom.led(1));
        standstills.takenUp(moving, WatchedRoom.led(2));
        watched.awaitNothingDue(lost);
        watched.awaitNothingDue(moving);
        var stuck = watched.opened("3");
        room.clock.advance(AN_HOUR);
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
}
