package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.OutboundMessage;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

class OutboxTests {
    private final ConversationRoom room = new ConversationRoom();
    private final List<OutboundMessage> sent = new CopyOnWriteArrayList<>();

    @BeforeEach
    void metaTakesEverything() {
        given(room.graph.send(any(), any())).willAnswer(taken());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void sendsTheAnswersOfAThreadInOrder() {
        var id = room.givenToAlice("42");

        var expected = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "answer " + number)
                .toList();
        expected.forEach(text -> room.reply(ALICE, id, text, null));

        await().untilAsserted(
                        () -> assertThat(sent).extracting(OutboxTests::textOf).containsExactlyElementsOf(expected));
        await().untilAsserted(() ->
                assertThat(answers(id)).extracting(Message::status).containsOnly(MessageStatus.SENT));
        assertThat(room.live.find(id).orElseThrow().due())
                .filteredOn(due -> due.kind() == Due.Kind.SEND)
                .isEmpty();
        await().until(() -> room.lanes.lease(thread("42")).isEmpty());
    }

    @Test
    void takesARepeatedReplyOnce() {
        var id = room.givenToAlice("42");

        var first = room.reply(ALICE, id, "Hi", "key-1");
        var again = room.reply(ALICE, id, "Hi", "key-1");

        assertThat(again.id()).isEqualTo(first.id());
        await().until(() -> !sent.isEmpty());
        assertThat(answers(id)).hasSize(1);
    }

    @Test
    void triesAgainWhatMetaWasTooBusyFor() {
        willThrow(failure(Kind.TRANSIENT, "Meta is busy"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");

        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().reason()).isEqualTo("Meta is busy"));
        room.clock.advance(Duration.ofMinutes(1));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        assertThat(sent).hasSize(1);
        assertThat(answers(id).getFirst().reason()).isNull();
    }

    @Test
    void saysWhyAMessageWasNotSentAndGoesOnWithTheNext() {
        willThrow(failure(Kind.WINDOW, "More than 24 hours have passed"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");

        room.reply(ALICE, id, "Too late", null);
        room.reply(ALICE, id, "Next", null);

        await().untilAsserted(() -> assertThat(answers(id))
                .extracting(Message::status)
                .containsExactly(MessageStatus.FAILED, MessageStatus.SENT));
        assertThat(answers(id).getFirst().reason()).isEqualTo("More than 24 hours have passed");
    }

    @Test
    void letsTheEchoSettleACallWithoutAnAnswer() {
        willThrow(failure(Kind.UNKNOWN_OUTCOME, "No answer")).given(room.graph).send(any(), any());
        var id = room.givenToAlice("42");

        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        room.inbox.accept(List.of(echoOf(reply)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        room.clock.advance(Duration.ofMinutes(5));
        room.sweeper.start();
        await().until(() -> room.lanes.leftBehind().isEmpty());
        assertThat(sent).isEmpty();
        assertThat(answers(id)).hasSize(1);
    }

    @Test
    void sendsAgainOnlyWhenNoEchoCame() {
        willThrow(failure(Kind.UNKNOWN_OUTCOME, "No answer"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));

        room.clock.advance(Duration.ofSeconds(29));
        room.sweeper.start();
        assertThat(sent).isEmpty();
        room.clock.advance(Duration.ofSeconds(2));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(sent).hasSize(1));
    }

    @Test
    void waitsForTheEchoOfACallThatACrashBrokeOff() {
        var id = room.givenToAlice("42");
        willThrow(new IllegalStateException("killed during the call"))
                .given(room.graph)
                .send(any(), any());
        room.reply(ALICE, id, "Hi", null);
        await().until(() ->
                room.database.template().exists(query(where("attempt").exists(true)), "outbox"));
        room.clock.advance(Duration.ofSeconds(31));

        var restarted = new ConversationRoom(room.database);
        restarted.clock.advance(Duration.ofSeconds(31));
        given(restarted.graph.send(any(), any())).willAnswer(taken());
        restarted.sweeper.start();
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        assertThat(sent).isEmpty();
        restarted.clock.advance(Duration.ofMinutes(3));
        restarted.sweeper.start();

        await().untilAsserted(() -> assertThat(sent).hasSize(1));
    }

    @Test
    void waitsForTheEchoOfACallWhoseOutcomeTheStoreDidNotTake() {
        var id = room.givenToAlice("42");
        willAnswer(call -> {
                    room.database.refuse();
                    return taken().answer(call);
                })
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        room.reply(ALICE, id, "Hi", null);
        await().until(room.database::hasRefused);

        room.database.takeAgain();
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        assertThat(sent).hasSize(1);
    }

    @Test
    void holdsAPagesMessagesWhileItsTokenIsDead() {
        willThrow(failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);

        await().untilAsserted(() -> assertThat(answers(id).getFirst())
                .returns(MessageStatus.QUEUED, Message::status)
                .returns("The Page has to be connected again", Message::reason));
        room.mend();

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
    }

    @Test
    void asksForAHeldPageOnceAndNotForEachOfItsThreads() {
        willThrow(failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var first = room.givenToAlice("42");
        var second = room.givenToAlice("43");
        room.reply(ALICE, first, "Hi", null);
        await().untilAsserted(
                        () -> assertThat(answers(first).getFirst().reason()).isNotNull());

        room.reply(ALICE, second, "Hello", null);

        await().untilAsserted(() -> assertThat(answers(second).getFirst())
                .returns(MessageStatus.QUEUED, Message::status)
                .returns("The Page has to be connected again", Message::reason));
        assertThat(sent).isEmpty();
        room.mend();
        await().untilAsserted(() ->
                assertThat(sent).extracting(OutboxTests::textOf).containsExactlyInAnyOrder("Hi", "Hello"));
    }

    @Test
    void followsTheMessageToItsReaderEvenAfterTheEnd() {
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        var now = room.clock.instant();

        room.inbox.accept(List.of(new MessagesDelivered(PAGE, "42", now, List.of("mid-Hi"), now)));
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.DELIVERED));
        room.closing.close(id, null);
        room.inbox.accept(List.of(new MessagesRead(PAGE, "42", now, now)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.READ));
    }

    @Test
    void showsWhatAHumanWroteInMetasOwnInbox() {
        var id = room.givenToAlice("42");

        room.inbox.accept(
                List.of(new MessageEchoed(PAGE, "42", room.clock.instant(), "mid-9", "From the inbox", null, false)));

        await().untilAsserted(() -> assertThat(answers(id))
                .singleElement()
                .extracting(message -> message.author().kind())
                .isEqualTo(Author.Kind.META_INBOX));
        assertThat(room.conversations.get(id).unanswered()).isZero();
    }

    @Test
    void knowsItsOwnMessageEvenWhereMetaLeavesTheApplicationOut() {
        var id = room.givenToAlice("42");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));

        room.inbox.accept(List.of(
                new MessageEchoed(PAGE, "42", room.clock.instant(), "mid-Hi", "Hi", null, false),
                new MessageEchoed(
                        PAGE,
                        "42",
                        room.clock.instant(),
                        "mid-other",
                        "Hi",
                        reply.id().value(),
                        false)));
        room.customerWrites("42", "42-more", "Thanks");

        await().untilAsserted(() ->
                assertThat(room.conversations.get(id).unanswered()).isEqualTo(1));
        assertThat(answers(id)).hasSize(1);
        assertThat(room.conversations.get(id).botPaused()).isFalse();
    }

    @Test
    void settlesAMessageOfAnEarlierConversation() {
        willThrow(failure(Kind.UNKNOWN_OUTCOME, "No answer")).given(room.graph).send(any(), any());
        var id = room.givenToAlice("42");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        room.closing.close(id, null);
        room.customerWrites("42", "42-second", "Again");
        room.closing.close(room.openWith("42", 1).conversationId(), null);

        room.inbox.accept(List.of(echoOf(reply)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
    }

    @Test
    void doesNotTakeALateEchoForSomeoneElsesMessage() {
        var id = room.givenToAlice("42");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        for (var mid : List.of("42-second", "42-third")) {
            room.closing.close(room.openWith("42", 1).conversationId(), null);
            room.customerWrites("42", mid, "Again");
        }

        room.inbox.accept(List.of(echoOf(reply)));
        room.customerWrites("42", "42-fourth", "And again");

        assertThat(room.openWith("42", 2).views()).extracting(Message::text).containsExactly("Again", "And again");
    }

    @Test
    void sendsAHeldMessageHoweverMuchTheCustomerWritesMeanwhile() {
        willThrow(failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().reason()).isNotNull());

        IntStream.rangeClosed(1, 2 * Recordings.PART_SIZE)
                .forEach(number -> room.customerWrites("42", "more-" + number, "line " + number));
        room.openWith("42", 2 + 2 * Recordings.PART_SIZE);
        room.mend();

        await().untilAsserted(() -> assertThat(sent).hasSize(1));
    }

    private MessageEchoed echoOf(Message reply) {
        return new MessageEchoed(
                PAGE,
                "42",
                room.clock.instant(),
                "mid-" + reply.text(),
                reply.text(),
                reply.id().value(),
                true);
    }

    private Answer<String> taken() {
        return call -> {
            OutboundMessage message = call.getArgument(1, OutboundMessage.class);
            sent.add(message);
            return "mid-" + textOf(message);
        };
    }

    private static String textOf(OutboundMessage message) {
        return message.content() instanceof OutboundMessage.Text text ? text.text() : "";
    }

    private static GraphFailure failure(Kind kind, String reason) {
        return new GraphFailure(kind, reason, new IllegalStateException(reason));
    }

    private List<Message> answers(ConversationId id) {
        return room.archive.transcript(id, null, 100).items().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }
}
