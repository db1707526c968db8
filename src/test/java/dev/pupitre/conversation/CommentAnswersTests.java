package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.OutboundMessage;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What agents answer to comments, and do with them. */
class CommentAnswersTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void answersACommentPrivatelyOnce() {
        var id = AComment.givenToAlice(room);

        var first = room.replies.reply(ALICE, id, AComment.privately("In private"));
        assertThatExceptionOfType(MessageRefused.class)
                .isThrownBy(() -> room.replies.reply(ALICE, id, AComment.privately("Again")))
                .withMessageContaining("only once");

        await().until(() -> message(id, first.id()).status() == MessageStatus.SENT);
        assertThat(sent.messages())
                .singleElement()
                .returns(new OutboundMessage.Commenter(AComment.ID), OutboundMessage::recipient);
        await().untilAsserted(() -> assertThat(comment(id)).isEqualTo(new CommentState(false, false, true)));
    }

    @Test
    void believesMetaThatAPrivateAnswerWasMadeBefore() {
        var id = AComment.givenToAlice(room);
        willThrow(Sent.failure(Kind.ANSWERED_BEFORE)).given(room.graph).send(any(), any());

        var reply = room.replies.reply(ALICE, id, AComment.privately("In private"));

        await().until(() -> message(id, reply.id()).status() == MessageStatus.FAILED);
        assertThat(comment(id)).isEqualTo(new CommentState(false, false, true));
    }

    @Test
    void takesARefusedRepeatOfADoubtfulPrivateAnswerForItsConfirmation() {
        var id = AComment.givenToAlice(room);
        willThrow(Sent.failure(Kind.UNKNOWN_OUTCOME))
                .willThrow(Sent.failure(Kind.ANSWERED_BEFORE))
                .given(room.graph)
                .send(any(), any());

        var reply = room.replies.reply(ALICE, id, AComment.privately("In private"));
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENDING);
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
    }

    @Test
    void answersACommentInPublicAndFindsTheAnswerThatNobodyConfirmed() {
        var id = AComment.givenToAlice(room);
        willThrow(Sent.failure(Kind.UNKNOWN_OUTCOME)).given(room.graphComments).answer(any(), any(), any());
        given(room.graphComments.find(any(), eq(AComment.ID), eq("Merci"), any(), any()))
                .willReturn(Optional.of("1_3"));

        var reply = room.reply(ALICE, id, "Merci", null);
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENDING);
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
        assertThat(message(id, reply.id())).returns("1_3", Message::mid).returns(Via.PUBLIC, Message::via);
        then(room.graphComments).should(times(1)).answer(any(), eq(AComment.ID), eq("Merci"));
    }

    @Test
    void hidesLikesAndDeletesAComment() {
        var id = AComment.givenToAlice(room);
        var message = room.live.find(id).orElseThrow().messages().getFirst().id();

        assertThat(room.gestures.change(ALICE, id, message, true, true).comment())
                .isEqualTo(new CommentState(true, true, false));
        assertThat(room.gestures.delete(ALICE, id, message).removedAt()).isNotNull();

        then(room.graphComments).should().hide(any(), eq(AComment.ID), eq(true));
        then(room.graphComments).should().like(any(), eq(AComment.ID));
        then(room.graphComments).should().delete(any(), eq(AComment.ID));
    }

    @Test
    void showsAsSentAPublicAnswerThatWasGivenUpAndStandsThereAllTheSame() {
        willThrow(Sent.failure(Kind.REJECTED)).given(room.graphComments).answer(any(), any(), any());
        var id = AComment.givenToAlice(room);
        var reply = room.reply(ALICE, id, "Merci", null);
        await().until(() -> message(id, reply.id()).status() == MessageStatus.FAILED);

        room.told(new CommentWritten(
                PAGE,
                AComment.ID,
                room.clock.instant(),
                "1_3",
                AComment.ID,
                new Party(PAGE.value(), "Café"),
                "Merci",
                ReceivedContent.NONE,
                null));

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
        assertThat(room.live.find(id).orElseThrow().messages())
                .hasSize(2)
                .last()
                .returns("1_3", StoredMessage::mid);
    }

    @Test
    void answersACommentPrivatelyThatWasMovedOutOfALongConversation() {
        var id = AComment.givenToAlice(room);
        manyMoreComments(id);

        var reply = room.replies.reply(ALICE, id, privatelyTo(AComment.ID));

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
        assertThat(sent.messages())
                .singleElement()
                .returns(new OutboundMessage.Commenter(AComment.ID), OutboundMessage::recipient);
        await().untilAsserted(() -> assertThat(
                        room.archive.transcript(id, 2, 1).items().getFirst().comment())
                .isEqualTo(new CommentState(false, false, true)));
        assertThatExceptionOfType(MessageRefused.class)
                .isThrownBy(() -> room.replies.reply(ALICE, id, privatelyTo(AComment.ID)))
                .withMessageContaining("only once");
    }

    @Test
    void refusesToAnswerWhatIsNoCommentOfALongConversation() {
        var id = AComment.givenToAlice(room);
        manyMoreComments(id);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> room.replies.reply(ALICE, id, privatelyTo("9_9")))
                .returns("replyTo", InvalidInput::field);
    }

    /** So many that the first are moved out of the conversation's document. */
    private void manyMoreComments(ConversationId id) {
        for (int number = 1; number < 2 * Recordings.PART_SIZE; number++) {
            room.told(new CommentWritten(
                    PAGE,
                    AComment.ID,
                    room.clock.instant(),
                    "1_1" + number,
                    AComment.ID,
                    new Party("43", "Alex"),
                    "line " + number,
                    ReceivedContent.NONE,
                    null));
        }
        await().until(() -> room.live.find(id).orElseThrow().moved() > 0);
    }

    private static Reply privatelyTo(String comment) {
        return new Reply("In private", null, false, null, null, null, comment, Via.PRIVATE_REPLY);
    }

    private Message message(ConversationId id, MessageId message) {
        return room.live.find(id).orElseThrow().withId(message).orElseThrow();
    }

    private @Nullable CommentState comment(ConversationId id) {
        return room.live.find(id).orElseThrow().messages().getFirst().extras().comment();
    }
}
