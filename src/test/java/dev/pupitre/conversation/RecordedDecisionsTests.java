package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.RecordedDecisions.Place;
import dev.pupitre.conversation.RecordedDecisions.Recorded;
import dev.pupitre.engine.DecisionTables.Input;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was decided about the last conversations is read page by page, the newest first. */
class RecordedDecisionsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final RecordedDecisions recorded = new RecordedDecisions(room.database.template());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void openOnesComeBeforeThoseThatAreOverEachTheNewestFirst() {
        var oldest = decidedAbout("1");
        var older = decidedAbout("2");
        var open = decidedAbout("3");
        var newest = decidedAbout("4");
        over(oldest);
        over(older);

        for (int size = 1; size <= 5; size++) {
            assertThat(ids(size)).as("%d a page", size).containsExactly(newest, open, older, oldest);
        }
        assertThat(recorded.count()).isEqualTo(4);
    }

    @Test
    void conversationsOfTheSameMomentAreAllRead() {
        var ids = new ArrayList<ConversationId>();
        for (int customer = 0; customer < 7; customer++) {
            var id = room.givenToAlice("c" + customer);
            over(id);
            ids.add(id);
        }

        assertThat(ids(2)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void conversationsThatEndMeanwhileAreReadOnce() {
        var over = decidedAbout("1");
        over(over);
        var unread = decidedAbout("2");
        var read = decidedAbout("3");
        var first = recorded.page(null, 1);

        over(read);
        over(unread);
        decidedAbout("opened since");

        var ids = new ArrayList<>(idsOf(first));
        ids.addAll(idsFrom(first.next(), 1));
        assertThat(ids).containsExactly(read, unread, over);
    }

    @Test
    void tellsWhatWasAskedAndWhatWasDecided() {
        decidedAbout("1");

        assertThat(recorded.page(null, 10).items())
                .singleElement()
                .satisfies(found -> assertThat(found.decisions())
                        .singleElement()
                        .returns(List.of(new Input("Kind", "message")), Decision::inputs)
                        .returns(Map.of("priority", 3), Decision::outputs));
    }

    private List<ConversationId> ids(int size) {
        return idsFrom(null, size);
    }

    private List<ConversationId> idsFrom(@Nullable Place from, int size) {
        var ids = new ArrayList<ConversationId>();
        var place = from;
        do {
            var page = recorded.page(place, size);
            ids.addAll(idsOf(page));
            place = page.next();
        } while (place != null);
        return ids;
    }

    private static List<ConversationId> idsOf(RecordedDecisions.Page page) {
        return page.items().stream().map(Recorded::conversation).toList();
    }

    private ConversationId decidedAbout(String customer) {
        room.clock.advance(Duration.ofMinutes(1));
        var id = room.givenToAlice(customer);
        room.course.decided(
                id,
                List.of(new Decision(
                        "routing",
                        1,
                        1,
                        null,
                        Map.of("priority", 3),
                        List.of(new Input("Kind", "message")),
                        null,
                        null,
                        room.clock.instant())));
        return id;
    }

    private void over(ConversationId id) {
        var over = room.live.find(id).orElseThrow();
        room.recordings.record(over);
        assertThat(room.live.remove(over)).isTrue();
    }
}
