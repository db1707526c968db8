package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(found(null)).containsExactly(open, over);
    }

    @Test
    void findsACustomerByIdOrByAPartOfTheName() {
        var seven = room.givenToAlice("7");
        room.givenToAlice("8");
        var name = room.conversations.get(seven).customer().name();

        assertThat(found("7")).containsExactly(seven);
        assertThat(found(" " + name.toUpperCase(Locale.ROOT))).contains(seven);
        assertThat(found("(")).isEmpty();
    }

    @Test
    void findsWhatTheCustomerGaveAScore() {
        var good = ends(room.givenToAlice("7"));
        var bad = ends(room.givenToAlice("8"));
        room.recordings.rated(good, 5);
        room.recordings.rated(bad, 1);
        ends(room.givenToAlice("9"));
        room.givenToAlice("10");

        assertThat(found(null, 1)).containsExactly(bad);
        assertThat(found(null, 1, 5)).containsExactly(good, bad);
    }

    @Test
    void aScoreIsShownAndPutsTheWorstFirst() {
        var good = ends(room.givenToAlice("7"));
        var bad = ends(room.givenToAlice("8"));
        ends(room.givenToAlice("9"));
        room.recordings.rated(good, 5);
        room.recordings.rated(bad, 1);

        var rated = room.archive.list(filter(null, Set.of(1, 2, 3, 4, 5)), ListOrder.SCORE.sort(false), 0, 50);

        assertThat(rated.items())
                .extracting(Conversation::id, Conversation::score)
                .containsExactly(tuple(bad, 1), tuple(good, 5));
        assertThat(rated.total()).isEqualTo(2);
    }

    @Test
    void aScoreThatIsToldOnceMoreChangesNothing() {
        var good = ends(room.givenToAlice("7"));
        room.recordings.rated(good, 5);
        var version = library.get(good).version();

        room.recordings.rated(good, 5);

        assertThat(library.get(good)).returns(5, Conversation::score).returns(version, Conversation::version);
    }

    @Test
    void readsALongTranscriptFromItsBeginning() {
        IntStream.rangeClosed(1, 230).forEach(n -> room.customerWrites("7", "mid-" + n, "Line " + n));

        assertThat(library.transcript(room.openWith("7", 230).conversationId()))
                .hasSize(230)
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, 230).boxed().toList());
    }

    @Test
    void findsWhatWasSaidLongAgoInALongConversation() {
        IntStream.rangeClosed(1, 3).forEach(n -> room.customerWrites("7", "mid-" + n, "Line " + n));
        room.customerWrites("7", "mid-4", "Le coussin ZÉBRURÉ est arrivé");
        IntStream.rangeClosed(5, 120).forEach(n -> room.customerWrites("7", "mid-" + n, "Line " + n));
        var stored = room.openWith("7", 120);
        room.givenToAlice("8");
        assertThat(stored.moved()).isPositive();

        assertThat(saying("zebrure est")).containsExactly(stored.conversationId());
        assertThat(saying("Zébruré")).containsExactly(stored.conversationId());
        assertThat(saying("zebrure.est")).isEmpty();
        assertThat(room.archive.list(words("coussin"), ListOrder.ACTIVITY.sort(true), 0, 50))
                .returns(1L, ConversationArchive.ConversationPage::total);
    }

    @ParameterizedTest
    @CsvSource({
        "zebrure, Une ZÉBRURE",
        "ZÉBRURE, une zebrure",
        "ete, l'été",
        "Ελλάδα, ελλαδα",
        "ёлка, ЕЛКА",
        "한국, 한국어",
        "c++ (a), Is it C++ (A)?",
        "12%, 12% off"
    })
    void wordsAreFoundInWhateverCaseAndWithOrWithoutAccents(String sought, String text) {
        assertThat(AnySpelling.part(sought).matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a.c, abc", "zebre, zbre", "한국, 하국"})
    void otherWordsAreNotFound(String sought, String text) {
        assertThat(AnySpelling.part(sought).matcher(text).find()).isFalse();
    }

    private List<ConversationId> saying(String words) {
        var found = new ArrayList<ConversationId>();
        library.each(words(words), conversation -> found.add(conversation.id()));
        return found;
    }

    private static ConversationFilter words(String words) {
        return new ConversationFilter(Set.of(), null, null, null, null, null, null, words);
    }

    private ConversationId ends(ConversationId id) {
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
        return id;
    }

    private List<ConversationId> found(@Nullable String customer, Integer... scores) {
        var found = new ArrayList<ConversationId>();
        library.each(filter(customer, Set.of(scores)), conversation -> found.add(conversation.id()));
        return found;
    }

    private static ConversationFilter filter(@Nullable String customer, Set<Integer> scores) {
        return new ConversationFilter(Set.of(), null, null, null, null, null, null, customer, scores, null);
    }
}
