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
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.OutboundMessage;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.MessageId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every kind of answer on its way to the Graph API. */
class RepliesTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void splitsALongTextInOrderWhenItMayAndShowsTheChoicesAtItsEnd() {
        var id = room.givenToAlice("42");
        var text = String.join(
                " ", IntStream.range(0, 1000).mapToObj("%04d"::formatted).toList());
        var choices = List.of(new QuickReply("Oui", null), new QuickReply("Non", "NO"));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> room.reply(ALICE, id, text, null))
                .returns("text", InvalidInput::field);
        var first = room.replies.reply(ALICE, id, new Reply(text, "k", true, null, choices, null, "mid-7", null));

        await().until(() -> sent.messages().size() == 3);
        assertThat(String.join(" ", sent.messages().stream().map(Sent::text).toList()))
                .isEqualTo(text);
        assertThat(sent.messages())
                .extracting(message -> message.quickReplies().size())
                .containsExactly(0, 0, 2);
        assertThat(sent.messages().getLast().quickReplies())
                .extracting(OutboundMessage.QuickReply::payload)
                .containsExactly("Oui", "NO");
        assertThat(sent.messages()).extracting(OutboundMessage::replyTo).containsExactly("mid-7", null, null);
        assertThat(room.replies
                        .reply(ALICE, id, new Reply(text, "k", true, null, choices, null, null, null))
                        .id())
                .isEqualTo(first.id());
    }

    @Test
    void bringsAFileToMetaOnceAndAgainWhenMetaHasForgottenIt() {
        given(room.graphFiles.upload(any(), any())).willReturn("meta-1", "meta-2");
        var id = room.givenToAlice("42");
        var file = upload(Attachment.Type.IMAGE, "plan.png", "image/png");
        var reply = new Reply("Voici", null, false, List.of(file), null, null, null, null);

        room.replies.reply(ALICE, id, reply);
        room.replies.reply(ALICE, id, reply);
        await().until(() -> sent.messages().size() == 4);
        assertThat(sent.messages()).extracting(Sent::attachment).containsExactly(null, "meta-1", null, "meta-1");

        willThrow(Sent.failure(Kind.ATTACHMENT_GONE))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        room.replies.reply(ALICE, id, new Reply(null, null, false, List.of(file), null, null, null, null));

        await().until(() -> sent.messages().size() == 5);
        assertThat(Sent.attachment(sent.messages().getLast())).isEqualTo("meta-2");
        then(room.graphFiles).should(times(2)).upload(any(), any());
    }

    @Test
    void bringsAFileAgainBeforeMetaForgetsIt() {
        given(room.graphFiles.upload(any(), any())).willReturn("meta-1");
        var file = upload(Attachment.Type.FILE, "a.pdf", "application/pdf");
        room.uploads.know(file, PAGE, "meta-1");

        assertThat(room.uploads.known(file, PAGE)).hasValue("meta-1");
        room.clock.advance(Duration.ofDays(89));

        assertThat(room.uploads.known(file, PAGE)).isEmpty();
    }

    @Test
    void sendsTemplatesAsMetaWantsThem() {
        var id = room.givenToAlice("42");
        var link = new Template.Button(Template.Button.Kind.LINK, "Voir", "https://shop.example/1");
        var pay = new Template.Button(Template.Button.Kind.POSTBACK, "Payer", "PAY");
        var card = new Template.Card("Gâteau", "12 €", null, null, List.of(link));

        room.replies.reply(
                ALICE,
                id,
                new Reply("Et ?", null, false, null, null, new Template(List.of(pay), List.of()), null, null));
        room.replies.reply(
                ALICE,
                id,
                new Reply("Nos", null, false, null, null, new Template(List.of(), List.of(card)), null, null));

        await().until(() -> sent.messages().size() == 3);
        assertThat(sent.messages().get(0).content())
                .isEqualTo(new OutboundMessage.Buttons("Et ?", List.of(new OutboundMessage.Postback("Payer", "PAY"))));
        assertThat(Sent.text(sent.messages().get(1))).isEqualTo("Nos");
        assertThat(sent.messages().get(2).content()).isInstanceOf(OutboundMessage.Cards.class);
    }

    @Test
    void writesInTheAgentsNameAndMakesAGonePersonaAnew() {
        given(room.graphPersonas.create(any(), any(), any())).willReturn("p-1", "p-2");
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "One", null);
        await().until(() -> sent.messages().size() == 1);

        willThrow(Sent.failure(Kind.REJECTED))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());
        given(room.graphPersonas.exists(any(), eq("p-1"))).willReturn(false);
        room.reply(ALICE, id, "Two", null);

        await().until(() -> sent.messages().size() == 2);
        assertThat(sent.messages()).extracting(OutboundMessage::persona).containsExactly("p-1", "p-2");
    }

    @Test
    void sendsAFailedMessageAgainOrGivesItUp() {
        willThrow(Sent.failure(Kind.REJECTED)).given(room.graph).send(any(), any());
        given(room.graphPersonas.exists(any(), any())).willReturn(true);
        var id = room.givenToAlice("42");
        var one = room.reply(ALICE, id, "One", null);
        var two = room.reply(ALICE, id, "Two", null);
        await().until(() -> message(id, two.id()).status() == MessageStatus.FAILED);
        willAnswer(sent.taken()).given(room.graph).send(any(), any());

        assertThat(room.replies.retry(ALICE, id, one.id()).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(room.replies.discard(ALICE, id, two.id()).status()).isEqualTo(MessageStatus.DISCARDED);

        await().until(() -> message(id, one.id()).status() == MessageStatus.SENT);
        assertThat(sent.messages()).extracting(Sent::text).containsExactly("One");
        assertThatExceptionOfType(MessageNotFailed.class).isThrownBy(() -> room.replies.retry(ALICE, id, one.id()));
        assertThatExceptionOfType(MessageNotFailed.class).isThrownBy(() -> room.replies.discard(ALICE, id, two.id()));
    }

    @Test
    void cannotAnswerWhatAnotherApplicationHasUntilControlIsTaken() {
        var id = room.givenToAlice("42");
        room.control.change(ALICE, id, ThreadControl.Action.PASS, "263902037430900");
        assertThatExceptionOfType(ConversationElsewhere.class).isThrownBy(() -> room.reply(ALICE, id, "Hi", null));
        room.clock.advance(Duration.ofMinutes(3));

        var back = room.control.change(ALICE, id, ThreadControl.Action.TAKE, null);

        assertThat(back.elsewhere()).isNull();
        assertThat(back.stopped()).isEqualTo(Duration.ofMinutes(3));
        room.reply(ALICE, id, "Hi", null);
        await().until(() -> sent.messages().size() == 1);
        assertThat(room.conversations.get(id).firstResponseAt()).isEqualTo(room.clock.instant());
    }

    @Test
    void putsThePagesSignOnAMessageAndTakesItAway() {
        var id = room.givenToAlice("42");
        var message = room.live.find(id).orElseThrow().messages().getFirst().id();

        assertThat(room.gestures.react(ALICE, id, message, "❤").reactions())
                .containsExactly(new Reaction(Author.Kind.AGENT, null, "❤"));
        assertThat(room.gestures.react(ALICE, id, message, null).reactions()).isEmpty();

        then(room.graphThreads).should().react(any(), eq("42"), eq("42-first"), eq("❤"));
        then(room.graphThreads).should().unreact(any(), eq("42"), eq("42-first"));
    }

    private String upload(Attachment.Type type, String name, String contentType) {
        var file = room.files.store(name, contentType, new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);
        return room.uploads.add(file, type, "alice").id();
    }

    private Message message(ConversationId id, MessageId message) {
        return room.live.find(id).orElseThrow().withId(message).orElseThrow();
    }
}
