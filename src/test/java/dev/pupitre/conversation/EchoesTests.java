package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Page wrote, here or elsewhere, as Meta tells it. */
class EchoesTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void letsTheEchoSettleACallWithoutAnAnswer() {
        willThrow(Sent.failure(Kind.UNKNOWN_OUTCOME, "No answer"))
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");

        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        room.inbox.accept(List.of(echoOf(reply)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        room.clock.advance(Duration.ofMinutes(5));
        room.sweeper.start();
        await().until(() -> room.lanes.leftBehind().isEmpty());
        assertThat(sent.messages()).isEmpty();
        assertThat(answers(id)).hasSize(1);
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
    void knowsItsOwnMessageThoughItsEchoNamesNobodyAndComesBeforeTheCallsAnswer() {
        var ends = new CountDownLatch(1);
        willAnswer(call -> {
                    ends.await();
                    return "mid-Hi";
                })
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hi", null);
        await().until(() -> room.lanes.attempted(ConversationRoom.thread("42")).isPresent());

        room.told(new MessageEchoed(PAGE, "42", room.clock.instant(), "mid-Hi", "Hi", null, false));
        room.customerWrites("42", "42-more", "Thanks");
        await().untilAsserted(() ->
                assertThat(room.conversations.get(id).unanswered()).isEqualTo(1));
        ends.countDown();
        await().until(() -> answers(id).getFirst().status() == MessageStatus.SENT);
        room.clock.advance(Duration.ofSeconds(6));
        room.sweeper.start();

        await().until(room::hasNothingPending);
        assertThat(answers(id)).singleElement().returns("mid-Hi", Message::mid);
        assertThat(room.conversations.get(id).botPaused()).isFalse();
    }

    @Test
    void settlesAMessageOfAnEarlierConversation() {
        willThrow(Sent.failure(Kind.UNKNOWN_OUTCOME, "No answer"))
                .given(room.graph)
                .send(any(), any());
        var id = room.givenToAlice("42");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENDING));
        room.closing.complete(id, null);
        room.customerWrites("42", "42-second", "Again");
        room.closing.complete(room.openWith("42", 1).conversationId(), null);

        room.inbox.accept(List.of(echoOf(reply)));

        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
    }

    @Test
    void doesNotTakeALateEchoForSomeoneElsesMessage() {
        var id = room.givenToAlice("42");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().untilAsserted(() -> assertThat(answers(id).getFirst().status()).isEqualTo(MessageStatus.SENT));
        for (var mid : List.of("42-second", "42-third")) {
            room.closing.complete(room.openWith("42", 1).conversationId(), null);
            room.customerWrites("42", mid, "Again");
        }

        room.inbox.accept(List.of(echoOf(reply)));
        room.customerWrites("42", "42-fourth", "And again");

        assertThat(room.openWith("42", 2).views()).extracting(Message::text).containsExactly("Again", "And again");
    }

    @Test
    void settlesAPrivateAnswerToACommentByItsEchoInTheCustomersOwnThread() {
        willAnswer(sent.takenWithoutAnAnswer()).given(room.graph).send(any(), any());
        var id = AComment.givenToAlice(room);
        var reply = room.replies.reply(ALICE, id, AComment.privately("In private"));
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENDING);

        room.told(echo("e1", sent.messages().getFirst().metadata(), true));

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
        assertThat(message(id, reply.id()).mid()).isEqualTo("e1");
        await().until(() -> Boolean.TRUE.equals(isAnsweredPrivately(id)));
        await().until(() -> room.lanes.lease(AComment.THREAD).isEmpty());
        room.clock.advance(Duration.ofMinutes(5));
        room.sweeper.start();
        await().until(() -> room.lanes.leftBehind().isEmpty());
        assertThat(sent.messages()).hasSize(1);
    }

    @Test
    void takesNoPrivateAnswerOfOursForAHumansInMetasInbox() {
        var customers = room.givenToAlice("42");
        var id = AComment.givenToAlice(room);
        var reply = room.replies.reply(ALICE, id, AComment.privately("In private"));
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);

        room.told(echo("e1", sent.messages().getFirst().metadata(), false));
        room.customerWrites("42", "42-more", "Thanks");

        await().untilAsserted(() ->
                assertThat(room.conversations.get(customers).unanswered()).isEqualTo(2));
        assertThat(answers(customers)).isEmpty();
        assertThat(room.conversations.get(customers).botPaused()).isFalse();
    }

    @Test
    void showsAsSentWhatWasGivenUpAndIsEchoedAfterAll() {
        var id = room.givenToAlice("42");
        var reply = givenUp(id);

        room.told(echo("e1", sent.messages().getFirst().metadata(), true));

        await().until(() -> answers(id).getFirst().status() == MessageStatus.SENT);
        assertThat(answers(id)).singleElement().returns("e1", Message::mid).returns(null, Message::reason);
        assertThatExceptionOfType(MessageNotFailed.class).isThrownBy(() -> room.replies.retry(ALICE, id, reply));
    }

    @Test
    void showsAsSentWhatItsAuthorHadGivenUpToo() {
        var id = room.givenToAlice("42");
        room.replies.discard(ALICE, id, givenUp(id));

        room.told(echo("e1", sent.messages().getFirst().metadata(), true));

        await().until(() -> answers(id).getFirst().status() == MessageStatus.SENT);
    }

    @Test
    void findsWhatWasGivenUpInAPartThatWasMovedOfAConversationThatIsOver() {
        var id = room.givenToAlice("42");
        givenUp(id);
        IntStream.rangeClosed(1, 2 * Recordings.PART_SIZE)
                .forEach(number -> room.customerWrites("42", "more-" + number, "line " + number));
        room.openWith("42", 2 + 2 * Recordings.PART_SIZE);
        await().until(() -> room.live.find(id).orElseThrow().moved() > 0);
        room.closing.complete(id, null);

        room.told(echo("e1", sent.messages().getFirst().metadata(), true));

        await().until(() -> room.archive.transcript(id, 3, 2).items().getLast().status() == MessageStatus.SENT);
    }

    /** Sent, but never confirmed: after as many waits as are allowed. */
    private MessageId givenUp(ConversationId id) {
        willAnswer(sent.takenWithoutAnAnswer()).given(room.graph).send(any(), any());
        var reply = room.reply(ALICE, id, "Hi", null);
        await().until(() -> {
            room.clock.advance(Duration.ofSeconds(31));
            room.sweeper.start();
            return answers(id).getLast().status() == MessageStatus.FAILED;
        });
        return reply.id();
    }

    private MessageEchoed echo(String mid, String metadata, boolean byOurApp) {
        return new MessageEchoed(PAGE, "42", room.clock.instant(), mid, "Told", metadata, byOurApp);
    }

    private @Nullable Boolean isAnsweredPrivately(ConversationId id) {
        var comment =
                room.live.find(id).orElseThrow().messages().getFirst().extras().comment();
        return comment == null ? null : comment.answeredPrivately();
    }

    private Message message(ConversationId id, MessageId message) {
        return room.live.find(id).orElseThrow().withId(message).orElseThrow();
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

    private List<Message> answers(ConversationId id) {
        return room.archive.transcript(id, null, 100).items().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }
}
