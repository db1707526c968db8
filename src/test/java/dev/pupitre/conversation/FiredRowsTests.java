package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.FiredRows.Fired;
import dev.pupitre.conversation.FiredRows.Row;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which rows have decided is known as soon as they have. */
class FiredRowsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final FiredRows fired = new FiredRows(room.database.template());
    private final Instant from = room.clock.instant();
    private final Instant to = from.plus(Duration.ofDays(7));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsTheRowsOfOpenConversationsButNoneThatIsNotKnown() {
        var open = room.givenToAlice("1");
        room.course.decided(open, List.of(by("routing", 2), by("business-hours", null), by("routing", 1)));
        var undecided = room.givenToAlice("2");

        assertThat(fired.open(from, to, 10))
                .containsExactlyInAnyOrder(
                        new Fired(open, List.of(new Row("routing", 3, 2), new Row("routing", 3, 1))),
                        new Fired(undecided, List.of()));
        assertThat(fired.open(from, to, 1)).hasSize(1);
        assertThat(fired.over(List.of(open), from, to)).isEmpty();
    }

    @Test
    void tellsTheRowsOfThoseThatHaveJustEnded() {
        var ended = room.givenToAlice("1");
        room.course.decided(ended, List.of(by("routing", 2)));
        over(ended);
        over(room.givenToAlice("2"));

        assertThat(fired.open(from, to, 10)).isEmpty();
        assertThat(fired.over(List.of(ended, new ConversationId("another")), from, to))
                .containsExactly(new Fired(ended, List.of(new Row("routing", 3, 2))));
        assertThat(fired.over(List.of(), from, to)).isEmpty();
    }

    @Test
    void leavesOutWhatWasOpenedAtAnotherTime() {
        var open = room.givenToAlice("1");
        over(room.givenToAlice("2"));

        assertThat(fired.open(from.plusSeconds(1), to, 10)).isEmpty();
        assertThat(fired.open(from.minusSeconds(1), from, 10)).isEmpty();
        assertThat(fired.over(List.of(open), from.plusSeconds(1), to)).isEmpty();
    }

    private Decision by(String table, @Nullable Integer row) {
        return new Decision(table, 3, row, null, Map.of(), List.of(), null, null, room.clock.instant());
    }

    private void over(ConversationId id) {
        var over = room.live.find(id).orElseThrow();
        room.recordings.record(over);
        assertThat(room.live.remove(over)).isTrue();
    }
}
