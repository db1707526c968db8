package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.pupitre.engine.EngineMessage;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

class ContinuationsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final LiveFeed feed = mock();
    private final Ids ids = new Ids();
    private final Continuations continuations = new Continuations(
            room.conversations,
            room.live,
            room.endings,
            room.knownThreads,
            room.openings,
            new Customers(room.database.template()),
            room.rules,
            room.signals,
            new Announcements(feed),
            ids,
            room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void takesBackWhatIsBeingClosedAndItsProcessGoesOn() {
        var id = room.givenToAlice("7");
        room.resolutions.resolve(ALICE, id, null);
        var resolution = resolutionOf(id);

        var back = continuations.takeBack(id, ALICE.id()).orElseThrow();

        assertThat(back).returns(ConversationState.ASSIGNED, Conversation::state);
        assertThat(room.closing.close(id, resolution)).as("given back").isTrue();
        assertThat(room.closing.close(id, resolution)).as("repeated job").isTrue();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void keepsItsProcessHoweverOftenItIsTakenBackBeforeTheFirstJobComes() {
        var id = room.givenToAlice("7");
        room.resolutions.resolve(ALICE, id, null);
        var first = resolutionOf(id);
        assertThat(continuations.takeBack(id, ALICE.id())).isPresent();
        room.resolutions.resolve(ALICE, id, null);
        var second = resolutionOf(id);

        assertThat(room.closing.close(id, first))
                .as("while it is being closed again")
                .isTrue();

        assertThat(continuations.takeBack(id, ALICE.id())).isPresent();

        assertThat(room.closing.close(id, first)).isTrue();
        assertThat(room.closing.close(id, second)).isTrue();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void letsOnlyWhoResolvedTakeItBack() {
        var id = room.givenToAlice("7");
        room.resolutions.resolve(ALICE, id, null);

        assertThat(continuations.takeBack(id, BRUNO.id())).isEmpty();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.CLOSING);
    }

    @Test
    void goesOnInANewConversationThatSaysOfWhichItIs() {
        var over = closed("7");

        var next = goOn(over);

        assertThat(next)
                .returns(ConversationState.ASSIGNED, Conversation::state)
                .returns(over, Conversation::continues)
                .returns(0, Conversation::unanswered)
                .returns(ConversationRoom.CAMPAIGN, Conversation::campaign);
        assertThat(Objects.requireNonNull(next.assignee()).id()).isEqualTo("bruno");
        assertThat(room.archive.transcript(next.id(), null, 50).items())
                .extracting(
                        message -> Objects.requireNonNull(message.happening()).type())
                .containsExactly(Happening.Type.CONTINUED);
        assertThat(room.conversations.get(over).state()).isEqualTo(ConversationState.CLOSED);
        await().until(() -> toldOf(next).contains("conversation-taken-up"));
        assertThat(toldOf(next)).doesNotContain("conversation-started");
        room.reply(BRUNO, next.id(), "One more thing", null);
        room.customerWrites("7", "m9", "Yes?");
        assertThat(room.openWith("7", 3).conversationId()).isEqualTo(next.id());
    }

    @Test
    void keepsItsTags() {
        var over = closed("7");
        new Tagging(
                        room.conversations,
                        new StoredConversations(room.database.template(), room.live),
                        new Announcements(feed))
                .add(over, List.of("repair", "vip"));

        assertThat(goOn(over).tags()).containsExactly("repair", "vip");
    }

    @Test
    void leavesAloneWhatTheCustomerHasBegunMeanwhile() {
        var over = closed("7");
        room.customerWrites("7", "m9", "Me again");
        var begun = room.openWith("7", 1).conversationId();

        assertThat(continuations.goOn(over, ids.newConversation(), BRUNO.id(), "Bruno"))
                .isEmpty();

        assertThat(continuations.openBeside(over).map(Conversation::id)).contains(begun);
    }

    @Test
    void refusesWhereNothingCouldBeWritten() {
        var over = closed("7");
        room.clock.advance(Duration.ofHours(25));

        assertThatExceptionOfType(MessageRefused.class).isThrownBy(() -> goOn(over));

        assertThat(continuations.openBeside(over)).isEmpty();
    }

    @Test
    void doesNotGoOnWithWhoIsBlocked() {
        var over = closed("7");
        var customers = new Customers(room.database.template());
        customers.change(
                customers.of(ConversationRoom.PAGE, "7"),
                new Update()
                        .set(
                                "block",
                                new StoredCustomer.Block(
                                        Author.agent(ALICE.id(), "Alice"), room.clock.instant(), "Insults")));

        assertThatExceptionOfType(CustomerBlocked.class).isThrownBy(() -> goOn(over));

        assertThat(continuations.openBeside(over)).isEmpty();
    }

    @Test
    void answersUnderTheCommentOfTheConversationBefore() {
        var over = AComment.givenToAlice(room);
        room.resolutions.resolve(ALICE, over, null);
        room.closing.close(over, resolutionOf(over));
        given(room.graphComments.answer(any(), any(), any())).willReturn("answer");

        var next = goOn(over);
        room.reply(BRUNO, next.id(), "Yes, until six", null);

        await().untilAsserted(() -> then(room.graphComments).should().answer(any(), eq(AComment.ID), any()));
    }

    @Test
    void goesOnWithTheSameCustomerWhoeverHasWrittenUnderTheCommentSince() {
        var over = AComment.givenToAlice(room);
        room.resolutions.resolve(ALICE, over, null);
        room.closing.close(over, resolutionOf(over));
        room.knownThreads.introduce(
                AComment.THREAD, new Party("43", "Bob"), new CustomerProfile(null, null, room.clock.instant()));

        assertThat(goOn(over).customer())
                .returns("42", Conversation.Customer::id)
                .returns("Ada", Conversation.Customer::name);
    }

    @Test
    void isVainUntilSomebodySaysSomethingAndAskedFromTheCustomersFirstWordsOn() {
        var summaries = new Summaries(room.live, room.recordings);
        var next = goOn(closed("7")).id();
        assertThat(summaries.find(next).orElseThrow())
                .returns(true, Summary::vain)
                .returns(null, Summary::askedAt);

        room.reply(BRUNO, next, "One more thing", null);
        assertThat(summaries.find(next).orElseThrow())
                .returns(false, Summary::vain)
                .returns(null, Summary::askedAt);

        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites("7", "m9", "Yes?");
        await().until(room::hasNothingPending);
        assertThat(summaries.find(next).orElseThrow().askedAt()).isEqualTo(room.clock.instant());
    }

    @Test
    void showsWhatWasBefore() {
        var first = closed("7");
        var next = goOn(first);

        var earlier = new EarlierController(room.conversations, room.recordings);

        assertThat(earlier.earlier(next.id())).extracting(Conversation::id).isEqualTo(List.of(first));
        assertThat(earlier.earlier(first)).isEmpty();
    }

    @Test
    void showsWhatTheSamePersonSaidInMessengerBeforeAComment() {
        var messenger = closed("42");
        closed("43");
        room.clock.advance(Duration.ofSeconds(1));
        var comment = AComment.givenToAlice(room);

        var earlier = new EarlierController(room.conversations, room.recordings);

        assertThat(earlier.earlier(comment)).extracting(Conversation::id).isEqualTo(List.of(messenger));
        assertThat(earlier.earlier(messenger)).isEmpty();
    }

    @Test
    void takesThoseWhomMetaDoesNotNameForStrangersToOneAnother() {
        closed(Wall.SOMEBODY.id());
        room.clock.advance(Duration.ofSeconds(1));
        var next = AComment.opened(room, AComment.ID, Wall.SOMEBODY, "Hello, too");

        assertThat(new EarlierController(room.conversations, room.recordings).earlier(next))
                .isEmpty();
    }

    private List<String> toldOf(Conversation conversation) {
        return room.published.stream()
                .filter(message ->
                        message.correlationKey().equals(conversation.id().value()))
                .map(EngineMessage::name)
                .toList();
    }

    private Conversation goOn(ConversationId over) {
        room.clock.advance(Duration.ofSeconds(1));
        return continuations
                .goOn(over, ids.newConversation(), BRUNO.id(), "Bruno")
                .orElseThrow();
    }

    private ConversationId closed(String customer) {
        var id = room.givenToAlice(customer);
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(id, resolutionOf(id));
        return id;
    }

    private String resolutionOf(ConversationId id) {
        return Objects.requireNonNull(room.conversations.stored(id).resolution());
    }
}
