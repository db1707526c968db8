package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.OutboundMessage;
import dev.pupitre.graph.OutboundMessage.Purpose;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.page.Hold;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

/** Every kind of answer on its way to the Graph API. */
class RepliesTests {
    private static final String COMMENT = "1_2";

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
    void splitsALongTextInOrderWhenItMayAndShowsTheChoicesAtItsEnd() {
        var id = room.givenToAlice("42");
        var text = String.join(
                " ", IntStream.range(0, 1000).mapToObj("%04d"::formatted).toList());
        var choices = List.of(new QuickReply("Oui", null), new QuickReply("Non", "NO"));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> room.reply(ALICE, id, text, null))
                .returns("text", InvalidInput::field);
        var first = room.replies.reply(ALICE, id, new Reply(text, "k", true, null, choices, null, "mid-7", null));

        await().until(() -> sent.size() == 3);
        assertThat(String.join(" ", sent.stream().map(RepliesTests::text).toList()))
                .isEqualTo(text);
        assertThat(sent).extracting(message -> message.quickReplies().size()).containsExactly(0, 0, 2);
        assertThat(sent.getLast().quickReplies())
                .extracting(OutboundMessage.QuickReply::payload)
                .containsExactly("Oui", "NO");
        assertThat(sent).extracting(OutboundMessage::replyTo).containsExactly("mid-7", null, null);
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
        await().until(() -> sent.size() == 4);
        assertThat(sent).extracting(RepliesTests::attachment).containsExactly(null, "meta-1", null, "meta-1");

        willThrow(failure(Kind.ATTACHMENT_GONE))
                .willAnswer(taken())
                .given(room.graph)
                .send(any(), any());
        room.replies.reply(ALICE, id, new Reply(null, null, false, List.of(file), null, null, null, null));

        await().until(() -> sent.size() == 5);
        assertThat(attachment(sent.getLast())).isEqualTo("meta-2");
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

        await().until(() -> sent.size() == 3);
        assertThat(sent.get(0).content())
                .isEqualTo(new OutboundMessage.Buttons("Et ?", List.of(new OutboundMessage.Postback("Payer", "PAY"))));
        assertThat(text(sent.get(1))).isEqualTo("Nos");
        assertThat(sent.get(2).content()).isInstanceOf(OutboundMessage.Cards.class);
    }

    @Test
    void writesInTheAgentsNameAndMakesAGonePersonaAnew() {
        given(room.graphPersonas.create(any(), any(), any())).willReturn("p-1", "p-2");
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "One", null);
        await().until(() -> sent.size() == 1);

        willThrow(failure(Kind.REJECTED)).willAnswer(taken()).given(room.graph).send(any(), any());
        given(room.graphPersonas.exists(any(), eq("p-1"))).willReturn(false);
        room.reply(ALICE, id, "Two", null);

        await().until(() -> sent.size() == 2);
        assertThat(sent).extracting(OutboundMessage::persona).containsExactly("p-1", "p-2");
    }

    @Test
    void refusesWhatTheWindowDoesNotAllowAndSaysWhy() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(25));

        assertThat(catchThrowableOfType(MessageRefused.class, () -> room.reply(ALICE, id, "Hi", null)))
                .hasMessageContaining("24 hours");
        var policy = room.rules.policy(room.live.find(id).orElseThrow());
        assertThat(policy.now().allowed()).isFalse();
        assertThat(policy.afterwards()).isNull();
    }

    @Test
    void tellsBeforehandWhatTheClosedWindowWillAllow() {
        room.grantHumanAgent();
        var conversation = room.live.find(room.givenToAlice("42")).orElseThrow();
        var opened = conversation.openedAt();

        var policy = room.rules.policy(conversation);

        assertThat(policy.windowClosesAt()).isEqualTo(opened.plus(Duration.ofHours(24)));
        assertThat(policy.now()).isEqualTo(new Verdict(true, Verdict.Type.RESPONSE, null, null));
        assertThat(policy.afterwards())
                .isEqualTo(new Verdict(true, Verdict.Type.MESSAGE_TAG, Verdict.Tag.HUMAN_AGENT, null));
        assertThat(policy.humanAgentUntil()).isEqualTo(opened.plus(Duration.ofDays(7)));
    }

    @Test
    void answersAsAHumanAgentForSevenDaysWhereThePageMay() {
        room.grantHumanAgent();
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofDays(6));

        room.reply(ALICE, id, "Late", null);

        await().until(() -> sent.size() == 1);
        assertThat(sent.getFirst().purpose()).isEqualTo(Purpose.HUMAN_AGENT);
        room.clock.advance(Duration.ofDays(1));
        assertThatExceptionOfType(MessageRefused.class).isThrownBy(() -> room.reply(ALICE, id, "Too late", null));
    }

    @Test
    void asksTheRulesAgainRightBeforeSending() {
        var id = room.givenToAlice("42");
        room.pages.hold(PAGE, Hold.Cause.TOKEN, "Dead");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().until(() -> "Dead".equals(message(id, reply.id()).reason()));

        room.clock.advance(Duration.ofHours(25));
        room.mend();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.FAILED);
        assertThat(message(id, reply.id()).reason()).contains("24 hours");
        assertThat(sent).isEmpty();
    }

    @Test
    void leavesALineWhenAnAutomaticMessageMayNotBeSent() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(25));

        room.automatic.notifyCustomer(id, "away", "We are closed");
        room.automatic.notifyCustomer(id, "away", "We are closed");

        assertThat(room.archive.transcript(id, null, 10).items())
                .filteredOn(message -> message.happening() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.happening()).satisfies(happening -> {
                    assertThat(happening.type()).isEqualTo(Happening.Type.NOT_SENT);
                    assertThat(happening.values())
                            .containsEntry("step", "away")
                            .hasEntrySatisfying(
                                    "reason", reason -> assertThat(reason).contains("Automatic"));
                }));
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsAFailedMessageAgainOrGivesItUp() {
        willThrow(failure(Kind.REJECTED)).given(room.graph).send(any(), any());
        given(room.graphPersonas.exists(any(), any())).willReturn(true);
        var id = room.givenToAlice("42");
        var one = room.reply(ALICE, id, "One", null);
        var two = room.reply(ALICE, id, "Two", null);
        await().until(() -> message(id, two.id()).status() == MessageStatus.FAILED);
        willAnswer(taken()).given(room.graph).send(any(), any());

        assertThat(room.replies.retry(ALICE, id, one.id()).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(room.replies.discard(ALICE, id, two.id()).status()).isEqualTo(MessageStatus.DISCARDED);

        await().until(() -> message(id, one.id()).status() == MessageStatus.SENT);
        assertThat(sent).extracting(RepliesTests::text).containsExactly("One");
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
        await().until(() -> sent.size() == 1);
        assertThat(room.conversations.get(id).firstResponseAt()).isEqualTo(room.clock.instant());
    }

    @Test
    void answersACommentInPublicAndFindsTheAnswerThatNobodyConfirmed() {
        var id = aCommentGivenToAlice();
        willThrow(failure(Kind.UNKNOWN_OUTCOME)).given(room.graphComments).answer(any(), any(), any());
        given(room.graphComments.find(any(), eq(COMMENT), eq("Merci"), any(), any()))
                .willReturn(Optional.of("1_3"));

        var reply = room.reply(ALICE, id, "Merci", null);
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENDING);
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
        assertThat(message(id, reply.id())).returns("1_3", Message::mid).returns(Via.PUBLIC, Message::via);
        then(room.graphComments).should(times(1)).answer(any(), eq(COMMENT), eq("Merci"));
    }

    @Test
    void answersACommentPrivatelyOnce() {
        var id = aCommentGivenToAlice();

        var first = room.replies.reply(ALICE, id, privately("In private"));
        assertThatExceptionOfType(MessageRefused.class)
                .isThrownBy(() -> room.replies.reply(ALICE, id, privately("Again")))
                .withMessageContaining("only once");

        await().until(() -> message(id, first.id()).status() == MessageStatus.SENT);
        assertThat(sent).singleElement().returns(new OutboundMessage.Commenter(COMMENT), OutboundMessage::recipient);
        await().untilAsserted(() -> assertThat(comment(id)).isEqualTo(new CommentState(false, false, true)));
    }

    @Test
    void believesMetaThatAPrivateAnswerWasMadeBefore() {
        var id = aCommentGivenToAlice();
        willThrow(failure(Kind.ANSWERED_BEFORE)).given(room.graph).send(any(), any());

        var reply = room.replies.reply(ALICE, id, privately("In private"));

        await().until(() -> message(id, reply.id()).status() == MessageStatus.FAILED);
        assertThat(comment(id)).isEqualTo(new CommentState(false, false, true));
    }

    @Test
    void takesARefusedRepeatOfADoubtfulPrivateAnswerForItsConfirmation() {
        var id = aCommentGivenToAlice();
        willThrow(failure(Kind.UNKNOWN_OUTCOME))
                .willThrow(failure(Kind.ANSWERED_BEFORE))
                .given(room.graph)
                .send(any(), any());

        var reply = room.replies.reply(ALICE, id, privately("In private"));
        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENDING);
        room.clock.advance(Duration.ofSeconds(31));
        room.sweeper.start();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.SENT);
    }

    @Test
    void hidesLikesAndDeletesAComment() {
        var id = aCommentGivenToAlice();
        var message = room.live.find(id).orElseThrow().messages().getFirst().id();

        assertThat(room.gestures.change(ALICE, id, message, true, true).comment())
                .isEqualTo(new CommentState(true, true, false));
        assertThat(room.gestures.delete(ALICE, id, message).removedAt()).isNotNull();

        then(room.graphComments).should().hide(any(), eq(COMMENT), eq(true));
        then(room.graphComments).should().like(any(), eq(COMMENT));
        then(room.graphComments).should().delete(any(), eq(COMMENT));
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

    private static Reply privately(String text) {
        return new Reply(text, null, false, null, null, null, null, Via.PRIVATE_REPLY);
    }

    private ConversationId aCommentGivenToAlice() {
        var ids = new Ids();
        var customer = new Party("42", "Ada");
        var now = room.clock.instant();
        var extras =
                new Extras(Via.PUBLIC, List.of(), null, null, null, List.of(), CommentState.FRESH, null, null, null);
        var first =
                StoredMessage.received(ids.newMessage(), COMMENT, Author.customer(customer), "Ouvert ?", now, extras);
        var id = ids.newConversation();
        room.live.open(StoredConversation.opened(
                "c:" + PAGE + ":" + COMMENT,
                id,
                new Party(PAGE.value(), "Café"),
                customer,
                null,
                new Origin(Channel.COMMENT, null, null),
                Window.CLOSED,
                List.of(first),
                List.of(new Due(Due.Kind.START, id.value(), now)),
                room.clock.instant()));
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        return id;
    }

    private String upload(Attachment.Type type, String name, String contentType) {
        var file = room.files.store(name, contentType, new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);
        return room.uploads.add(file, type, "alice").id();
    }

    private @Nullable CommentState comment(ConversationId id) {
        return room.live.find(id).orElseThrow().messages().getFirst().extras().comment();
    }

    private Message message(ConversationId id, MessageId message) {
        return room.live.find(id).orElseThrow().withId(message).orElseThrow();
    }

    private Answer<String> taken() {
        return call -> {
            sent.add(call.getArgument(1, OutboundMessage.class));
            return "mid-" + sent.size();
        };
    }

    private static GraphFailure failure(Kind kind) {
        return new GraphFailure(kind, "Facebook said " + kind, null);
    }

    private static String text(OutboundMessage message) {
        return message.content() instanceof OutboundMessage.Text text ? text.text() : "";
    }

    private static @Nullable String attachment(OutboundMessage message) {
        return message.content() instanceof OutboundMessage.File file ? file.attachment() : null;
    }
}
