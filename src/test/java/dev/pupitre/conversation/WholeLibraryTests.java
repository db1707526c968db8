package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholeLibraryTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Library library = new Library(room.database.template(), room.conversations, room.archive);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void readsOpenOnesAndThoseThatAreOverOneAfterTheOther() {
        var over = ends(room.givenToAlice("7"));
        var open = room.givenToAlice("8");

        assertThat(found(null, null)).containsExactly(open, over);
    }

    @Test
    void findsACustomerByIdOrByAPartOfTheName() {
        var seven = room.givenToAlice("7");
        room.givenToAlice("8");
        var name = room.conversations.get(seven).customer().name();

        assertThat(found("7", null)).containsExactly(seven);
        assertThat(found(" " + name.toUpperCase(Locale.ROOT), null)).contains(seven);
        assertThat(found("(", null)).isEmpty();
    }

    @Test
    void findsWhatTheCustomerGaveAScore() {
        var good = ends(room.givenToAlice("7"));
        var bad = ends(room.givenToAlice("8"));
        room.recordings.rated(good, 5);
        room.recordings.rated(bad, 1);

        assertThat(found(null, 1)).containsExactly(bad);
    }

    @Test
    void readsALongTranscriptFromItsBeginning() {
        IntStream.rangeClosed(1, 230).forEach(n -> room.customerWrites("7", "mid-" + n, "Line " + n));

        assertThat(library.transcript(room.openWith("7", 230).conversationId()))
                .hasSize(230)
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, 230).boxed().toList());
    }

    private ConversationId ends(ConversationId id) {
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
        return id;
    }

    private List<ConversationId> found(@Nullable String customer, @Nullable Integer score) {
        var found = new ArrayList<ConversationId>();
        library.each(
                new ConversationFilter(Set.of(), null, null, null, null, null, null, customer, score, null),
                conversation -> found.add(conversation.id()));
        return found;
    }
}
