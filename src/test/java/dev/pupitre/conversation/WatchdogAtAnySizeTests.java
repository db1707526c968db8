package dev.pupitre.conversation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Pushing.Pushed;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.engine.EngineState;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many are open: what should have moved is asked after at once, and where one process is lost, so are others. */
class WatchdogAtAnySizeTests {
    private static final int OPEN = 2_000;
    private static final int LOST = 900;
    private static final int AT_ONCE = 100;
    private static final long JUST_GIVEN = 100_000;

    private final WatchedRoom watched = new WatchedRoom(AT_ONCE);
    private final ConversationRoom room = watched.room;
    private final EngineState engine = watched.engine;
    private final Standstills standstills = watched.standstills;
    private final Watchdog watchdog = watched.watchdog;
    private final Watchdog other = watched.another();
    private final Set<Long> gone = new HashSet<>();
    private final List<Long> asked = new ArrayList<>();

    @BeforeEach
    void answerForTheEngine() {
        given(engine.gone(any(), any())).willAnswer(question -> {
            var processes = question.<Collection<Long>>getArgument(0);
            asked.addAll(processes);
            return processes.stream().filter(gone::contains).collect(toSet());
        });
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void findsAtTheNextLookWhoWasJustGivenToAnAgentAndIsLost() {
        openQuiet();
        var id = justGiven();
        gone.add(JUST_GIVEN);

        watchdog.look();

        assertThat(watchdog.stuck())
                .singleElement()
                .returns(id, Stuck::conversation)
                .returns(Step.ASSIGN, Stuck::step)
                .returns(Cause.PROCESS_GONE, Stuck::cause);
        assertThat(asked).hasSizeLessThanOrEqualTo(2 * AT_ONCE + 1);
    }

    @Test
    void asksOnceAfterWhatItsProcessWasToldHoweverManyNodesLook() {
        openQuiet();
        justGiven();
        other.look();
        assertThat(asked).contains(JUST_GIVEN);
        asked.clear();

        for (var looks = 0; looks < 3; looks++) {
            watchdog.look();
        }

        assertThat(asked).doesNotContain(JUST_GIVEN);
    }

    @Test
    void asksAgainAfterTheNextThingThatItIsTold() {
        openQuiet();
        var id = justGiven();
        watchdog.look();
        asked.clear();

        room.conversations.takeOver(id, ConversationRoom.ALICE.id(), ConversationRoom.BRUNO.id(), "Bruno");
        watched.awaitNothingDue(id);
        watchdog.look();

        assertThat(asked).contains(JUST_GIVEN);
    }

    @Test
    void asksAgainWhereTheEngineDidNotAnswer() {
        openQuiet();
        var id = justGiven();
        EngineUnavailable silence = mock();
        willThrow(silence).given(engine).gone(any(), any());
        watchdog.look();
        assertThat(watchdog.stuck()).isEmpty();

        willReturn(Set.of(JUST_GIVEN)).given(engine).gone(any(), any());
        watchdog.look();

        assertThat(watchdog.stuck()).extracting(Stuck::conversation).containsExactly(id);
    }

    @Test
    void findsWithinAFewLooksThatTheBrokerHasLostItAll() {
        openQuiet(LOST);
        everyQuestionTakes(Duration.ofSeconds(1));
        var began = room.clock.instant();

        var looks = 0;
        for (; looks < 4 && raised() < LOST; looks++) {
            var before = room.clock.instant();
            watchdog.look();
            assertThat(Duration.between(before, room.clock.instant()))
                    .isLessThanOrEqualTo(watched.settings.enquiry().plusSeconds(1));
            room.clock.advance(watched.settings.interval());
        }

        assertThat(raised()).isEqualTo(LOST);
        assertThat(Duration.between(began, room.clock.instant())).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void pushesNoMoreThanMayBeNamedWhereAllArePushed() {
        openQuiet(LOST);
        willAnswer(question -> Set.copyOf(question.<Collection<Long>>getArgument(0)))
                .given(engine)
                .gone(any(), any());
        watchdog.look();
        assertThat(watchdog.stuck()).hasSize(LOST);
        var monitor = new MonitorController(watchdog, watched.pushing);

        var pushed = monitor.push(ConversationRoom.ALICE, new MonitorController.Several(null));

        assertThat(pushed)
                .extracting(Pushed::conversation)
                .isEqualTo(monitor.stuck().stream().map(Stuck::conversation).toList());
        assertThat(pushed).hasSize(500);
    }

    @Test
    void goesOnWithItsRoundAsUsualWhereNoneIsLost() {
        openQuiet();

        watchdog.look();

        assertThat(asked).hasSize(AT_ONCE);
    }

    private void everyQuestionTakes(Duration time) {
        willAnswer(question -> {
                    room.clock.advance(time);
                    return Set.copyOf(question.<Collection<Long>>getArgument(0));
                })
                .given(engine)
                .gone(any(), any());
    }

    /** How many conversations the alarm was raised about. */
    private long raised() {
        return room.database
                .template()
                .count(query(where("course.trail.raisedAt").ne(null)), LiveConversations.COLLECTION);
    }

    /** Alice has it, and its process was told. */
    private ConversationId justGiven() {
        var id = room.givenToAlice("just-given");
        standstills.takenUp(id, WatchedRoom.led(JUST_GIVEN));
        watched.awaitNothingDue(id);
        return id;
    }

    private void openQuiet() {
        openQuiet(OPEN);
    }

    /** Agents have had them for long, and nothing is due in their processes. */
    private void openQuiet(int many) {
        var id = room.givenToAlice("quiet");
        standstills.takenUp(id, WatchedRoom.led(1));
        watched.awaitNothingDue(id);
        watchdog.look();
        asked.clear();
        var live = room.database.template().getCollection(LiveConversations.COLLECTION);
        var one = Objects.requireNonNull(live.find().first());
        assertThat(one.getEmbedded(List.of("course", "trail"), Document.class)).doesNotContainKey("told");
        live.insertMany(LongStream.rangeClosed(2, many)
                .mapToObj(number -> copy(one, number))
                .toList());
        room.clock.advance(Duration.ofHours(1));
    }

    private static Document copy(Document one, long number) {
        var copy = Document.parse(one.toJson());
        copy.put("_id", "m:100:quiet-" + number);
        copy.put("thread", "m:100:quiet-" + number);
        copy.put("conversationId", "quiet-" + number);
        copy.getEmbedded(List.of("course", "trail"), Document.class).put("process", number);
        return copy;
    }
}
