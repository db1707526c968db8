package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesTests {
    private static final Caller SOFIA = new Caller(new UserId("sofia"), "Sofia", Set.of(Role.SUPERVISOR));

    private final ConversationRoom room = new ConversationRoom();
    private final People people = mock();
    private final LiveFeed feed = mock();
    private final List<LiveEvent> told = new CopyOnWriteArrayList<>();
    private final Mentions mentions = new Mentions(room.database.template(), feed);
    private final Notes notes = new Notes(
            room.conversations,
            new StoredConversations(room.database.template(), room.live),
            new MentionedPeople(people),
            mentions,
            new Announcements(feed),
            new Ids(),
            room.clock);

    @BeforeEach
    void colleagues() {
        given(people.find(any())).willReturn(Optional.empty());
        List.of(ALICE, BRUNO, SOFIA)
                .forEach(colleague -> given(people.find(colleague.id()))
                        .willReturn(
                                Optional.of(new Person(colleague.id(), colleague.displayName(), colleague.roles()))));
        given(people.find(new UserId("nadia")))
                .willReturn(Optional.of(new Person(new UserId("nadia"), "Nadia", Set.of(Role.ANALYST))));
        willAnswer(call -> told.add(call.getArgument(0))).given(feed).publish(any());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void standAmongTheMessagesAndGoToNobody() {
        var id = room.givenToAlice("7");

        var note = write(SOFIA, id, "Offer a refund", null);

        assertThat(note)
                .returns(Direction.NOTE, Message::direction)
                .returns("Sofia", written -> written.author().name());
        assertThat(room.archive.transcript(id, null, 50).items())
                .extracting(Message::text)
                .containsExactly("Hello", "Offer a refund");
        then(room.graph).should(never()).send(any(), any());
        assertThat(room.lanes.lease(ConversationRoom.thread("7"))).isEmpty();
    }

    @Test
    void areNoAnswerToTheCustomerAndNotTheLastThingThatWasSaid() {
        var id = room.givenToAlice("7");

        write(ALICE, id, "I have asked the warehouse", null);

        assertThat(room.conversations.isAnswered(id)).isFalse();
        assertThat(room.conversations.get(id))
                .returns(1, Conversation::unanswered)
                .returns(
                        "Hello",
                        found -> Objects.requireNonNull(found.lastMessage()).text())
                .returns(2, Conversation::messageCount)
                .returns(1, Conversation::saidCount);
    }

    @Test
    void nameNoPrograms() {
        var id = room.givenToAlice("7");
        var program = new Person(new UserId("robot"), "Robot", Set.of(Role.AGENT), true);
        given(people.find(program.id())).willReturn(Optional.of(program));
        given(people.whoAnswer()).willReturn(List.of(program, new Person(ALICE.id(), "Alice", Set.of(Role.AGENT))));

        write(SOFIA, id, "@robot @bruno look", null);

        assertThat(told).extracting(event -> event.audience().users()).contains(Set.of(BRUNO.id()));
        assertThat(told).noneMatch(event -> event.audience().users().contains(program.id()));
        assertThat(new MentionedPeople(people).everyone()).extracting(Party::id).containsExactly("alice");
    }

    @Test
    void areNothingAnAiAgentHears() {
        room.customerWrites("7", "m1", "Hello");
        var id = room.openWith("7", 1).conversationId();

        write(SOFIA, id, "A difficult one", null);

        var turn = AgentTurn.of(room.conversations.stored(id));
        assertThat(turn.said()).extracting(Message::text).containsExactly("Hello");
        assertThat(turn.unheard()).extracting(Message::text).containsExactly("Hello");
    }

    @Test
    void tellWhoIsNamedOnceHoweverOftenTheyAreSent() {
        var id = room.givenToAlice("7");

        var first = write(ALICE, id, "@bruno, can you look? @bruno.", "k1");
        var again = write(ALICE, id, "@bruno, can you look? @bruno.", "k1");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.mentions()).containsExactly(new Party("bruno", "Bruno"));
        assertThat(mentions.of(BRUNO.id()))
                .singleElement()
                .returns(id, Mention::conversationId)
                .returns(false, Mention::seen)
                .returns("Alice", mention -> mention.by().name());
        assertThat(told).filteredOn(event -> event.name().equals("mention")).hasSize(1);
    }

    @Test
    void nameTheSameNoteWhenTheyAreSentAgainAfterACrash() {
        var id = room.givenToAlice("7");
        var broken = new Notes(
                room.conversations,
                failing(),
                new MentionedPeople(people),
                mentions,
                new Announcements(feed),
                new Ids(),
                room.clock);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.write(ALICE, id, "@bruno look", "k1"));

        var written = write(ALICE, id, "@bruno look", "k1");

        assertThat(mentions.of(BRUNO.id())).extracting(Mention::note).containsExactly(written.id());
        assertThat(room.archive.transcript(id, null, 50).items()).hasSize(2);
    }

    private static StoredConversations failing() {
        StoredConversations stopped = mock();
        given(stopped.change(any(), any(), any())).willThrow(new IllegalStateException("The node stops"));
        return stopped;
    }

    @Test
    void doNotTellStrangersAnalystsAddressesOrTheAuthor() {
        var id = room.givenToAlice("7");

        var note = write(ALICE, id, "@alice @nadia @nobody ada@bruno.example", null);

        assertThat(note.mentions()).containsExactly(new Party("alice", "Alice"));
        assertThat(mentions.of(ALICE.id())).isEmpty();
        assertThat(mentions.of(BRUNO.id())).isEmpty();
    }

    @Test
    void areMarkedUntilWhoIsNamedHasLooked() {
        var first = room.givenToAlice("7");
        var second = room.givenToAlice("8");
        write(ALICE, first, "@bruno one", null);
        write(ALICE, second, "@bruno two", null);

        mentions.seen(BRUNO.id(), second);

        assertThat(mentions.of(BRUNO.id())).extracting(Mention::text).containsExactly("@bruno two", "@bruno one");
        assertThat(mentions.of(BRUNO.id())).extracting(Mention::seen).containsExactly(true, false);

        mentions.seen(BRUNO.id(), null);

        assertThat(mentions.of(BRUNO.id())).allMatch(Mention::seen);
    }

    @Test
    void leaveTheListOfWhoIsDoneWithThemAndStayInTheirConversation() {
        var first = room.givenToAlice("7");
        var second = room.givenToAlice("8");
        write(ALICE, first, "@bruno @sofia one", null);
        write(ALICE, second, "@bruno two", null);

        mentions.remove(BRUNO.id(), first, null);

        assertThat(mentions.of(BRUNO.id())).extracting(Mention::text).containsExactly("@bruno two");
        assertThat(mentions.of(SOFIA.id())).extracting(Mention::text).containsExactly("@bruno @sofia one");
        assertThat(room.archive.transcript(first, null, 50).items())
                .extracting(Message::text)
                .contains("@bruno @sofia one");
        mentions.remove(ALICE.id(), first, null);
        assertThat(mentions.of(ALICE.id())).isEmpty();
    }

    @Test
    void stayInTheListWhereTheyCameAfterItWasShown() {
        var id = room.givenToAlice("7");
        write(ALICE, id, "@bruno one", null);
        room.clock.advance(Duration.ofMinutes(1));
        write(ALICE, id, "@bruno two", null);
        var shown = mentions.of(BRUNO.id()).getFirst();
        room.clock.advance(Duration.ofMinutes(1));
        write(ALICE, id, "@bruno three", null);

        mentions.remove(BRUNO.id(), id, shown.at());

        assertThat(mentions.of(BRUNO.id())).extracting(Mention::text).containsExactly("@bruno three");
    }

    @Test
    void stayInTheRecordingAndCanBeAddedToIt() {
        var id = room.givenToAlice("7");
        write(ALICE, id, "Before", null);
        close(id);

        var after = write(BRUNO, id, "After", "k1");
        var again = write(BRUNO, id, "After", "k1");

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(again.id()).isEqualTo(after.id());
        assertThat(room.archive.transcript(id, null, 50).items())
                .extracting(Message::text)
                .containsExactly("Hello", "Before", "After");
    }

    private void close(ConversationId id) {
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
    }

    private Message write(Caller author, ConversationId id, String text, @Nullable String key) {
        return notes.write(author, id, text, key);
    }
}
