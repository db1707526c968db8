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

import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.GraphReason;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

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
                        () -> assertThat(sent.messages()).extracting(Sent::text).containsExactlyElementsOf(expected));
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
        await().until(() -> !sent.messages().isEmpty());
        assertThat(answers(id)).hasSize(1);
    }

    @Test
    void triesAgainWhatMetaWasTooBusyFor() {
        willThrow(new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_BUSY, null))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");

        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(
                        () -> assertThat(answers(id).getFirst().reasonCode()).isEqualTo("FACEBOOK_BUSY"));
        room.clock.advance(Duration.ofMinutes(1));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        assertThat(sent.messages()).hasSize(1);
        assertThat(answers(id).getFirst()).returns(null, Message::reason).returns(null, Message::reasonCode);
    }

    @Test
    void saysWhyAMessageWasNotSentAndGoesOnWithTheNext() {
        willThrow(Sent.failure(Kind.WINDOW, "More than 24 hours have passed"))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");

        room.reply(ALICE, id, "Too late", null);
        room.reply(ALICE, id, "Next", null);

        await().untilAsserted(() -> assertThat(answers(id))
                .extracting(Message::status)
                .containsExactly(MessageStatus.FAILED, MessageStatus.SENT));
        assertThat(answers(id).getFirst())
                .returns("More than 24 hours have passed", Message::reason)
                .returns(null, Message::reasonCode);
    }

    @Test
    void sendsAgainOnlyWhenNoEchoCame() {
        willThrow(Sent.failure(Kind.UNKNOWN_OUTCOME, "No answer"))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));

        room.clock.advance(Duration.ofSeconds(29));
        room.sweeper.start();
        assertThat(sent.messages()).isEmpty();
        room.clock.advance(Duration.ofSeconds(2));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(sent.messages()).hasSize(1));
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
        given(restarted.graph.send(any(), any())).willAnswer(sent.taken());
        restarted.sweeper.start();
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        assertThat(sent.messages()).isEmpty();
        restarted.clock.advance(Duration.ofMinutes(3));
        restarted.sweeper.start();

        await().untilAsserted(() -> assertThat(sent.messages()).hasSize(1));
    }

    @Test
    void waitsForTheEchoOfACallWhoseOutcomeTheStoreDidNotTake() {
        var id = room.givenToAlice("42");
        willAnswer(call -> {
                    room.database.refuse();
                    return sent.taken().answer(call);
                })
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        room.reply(ALICE, id, "Hi", null);
        await().until(room.database::hasRefused);

        room.database.takeAgain();
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        assertThat(sent.messages()).hasSize(1);
    }

    @Test
    void holdsAPagesMessagesWhileItsTokenIsDead() {
        willThrow(Sent.failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(sent.taken())
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
        willThrow(Sent.failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(sent.taken())
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
        assertThat(sent.messages()).isEmpty();
        room.mend();
        await().untilAsserted(() ->
                assertThat(sent.messages()).extracting(Sent::text).containsExactlyInAnyOrder("Hi", "Hello"));
    }

    @Test
    void followsTheMessageToItsReaderEvenAfterTheEnd() {
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        var now = room.clock.instant();

        room.inbox.accept(List.of(new MessagesDelivered(PAGE, "42", now, List.of("mid-Hi"), now)));
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.DELIVERED));
        room.closing.complete(id, null);
        room.inbox.accept(List.of(new MessagesRead(PAGE, "42", now, now)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.READ));
    }

    @Test
    void sendsAHeldMessageHoweverMuchTheCustomerWritesMeanwhile() {
        willThrow(Sent.failure(Kind.TOKEN, "The Page has to be connected again"))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().reason()).isNotNull());

        IntStream.rangeClosed(1, 2 * Recordings.PART_SIZE)
                .forEach(number -> room.customerWrites("42", "more-" + number, "line " + number));
        room.openWith("42", 2 + 2 * Recordings.PART_SIZE);
        room.mend();

        await().untilAsserted(() -> assertThat(sent.messages()).hasSize(1));
    }

    private List<Message> answers(ConversationId id) {
        return room.archive.transcript(id, null, 100).items().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }
}
