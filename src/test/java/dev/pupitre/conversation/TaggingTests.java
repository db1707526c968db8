package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.live.LiveFeed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaggingTests {
    private final ConversationRoom room = new ConversationRoom();
    private final LiveFeed feed = mock();
    private final Tagging tagging = new Tagging(
            room.conversations, new StoredConversations(room.database.template(), room.live), new Announcements(feed));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void keepsATagOnceWhateverItsCaseAndSpaces() {
        var id = room.givenToAlice("7");

        tagging.add(id, List.of("Late  delivery"));
        var tagged = tagging.add(id, List.of(" late delivery ", "VIP"));

        assertThat(tagged.tags()).containsExactly("Late delivery", "VIP");
        assertThat(tagging.remove(id, "vip").tags()).containsExactly("Late delivery");
    }

    @Test
    void findsConversationsByTagOpenAndOver() {
        var over = room.givenToAlice("7");
        tagging.add(over, List.of("refund"));
        room.resolutions.resolve(ALICE, over, null);
        room.closing.close(
                over, Objects.requireNonNull(room.conversations.stored(over).resolution()));
        var open = room.givenToAlice("8");
        tagging.add(open, List.of("refund"));
        room.givenToAlice("9");

        assertThat(tagged("refund")).containsExactlyInAnyOrder(over, open);

        tagging.remove(over, "refund");

        assertThat(tagged("refund")).containsExactly(open);
    }

    private List<ConversationId> tagged(String tag) {
        return room
                .archive
                .list(
                        new ConversationFilter(Set.of(), null, null, null, null, tag, null, null),
                        ListOrder.NEWEST_FIRST,
                        0,
                        50)
                .items()
                .stream()
                .map(Conversation::id)
                .toList();
    }

    @Test
    void losesNoneOfThoseWhoTagAtOnce() throws Exception {
        var id = room.givenToAlice("7");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 8)
                    .<Callable<Conversation>>mapToObj(n -> () -> tagging.add(id, List.of("tag " + n)))
                    .toList();
            for (var call : people.invokeAll(calls)) {
                call.get();
            }
        }

        assertThat(room.conversations.get(id).tags()).hasSize(8);
    }

    @Test
    void refusesWhatNobodyCouldRead() {
        var id = room.givenToAlice("7");

        for (var tag : List.of(" ", "x".repeat(41), "a\u0007b")) {
            assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> tagging.add(id, List.of(tag)));
        }
        var many = IntStream.range(0, 20).mapToObj(n -> "tag " + n).toList();
        tagging.add(id, many);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> tagging.add(id, List.of("one more")));
        assertThat(room.conversations.get(id).tags()).hasSize(20);
    }
}
