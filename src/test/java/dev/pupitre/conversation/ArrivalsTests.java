package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;

import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivalsTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void opensAConversationWithTheFirstMessageAndStartsItsProcess() {
        room.customerWrites("42", "m1", "Où est ma COMMANDE ?");

        var conversation = room.openWith("42", 1);
        await().until(() -> room.publishedNames().contains("conversation-started"));
        assertThat(conversation.state()).isEqualTo(ConversationState.NEW);
        assertThat(room.published)
                .singleElement()
                .returns(conversation.conversationId().value(), EngineMessage::correlationKey)
                .extracting(EngineMessage::variables)
                .isInstanceOfSatisfying(StartFacts.Facts.class, facts -> {
                    assertThat(facts.text()).isEqualTo("ou est ma commande ?");
                    assertThat(facts.weekday()).isEqualTo("Monday");
                });
    }

    @Test
    void keepsFollowUpsInOneConversationInOrder() {
        for (int number = 1; number <= 8; number++) {
            room.customerWrites("42", "m" + number, "line " + number);
        }

        var conversation = room.openWith("42", 8);
        assertThat(conversation.views())
                .extracting(Message::text)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> "line " + number)
                        .toList());
        assertThat(conversation.views()).extracting(Message::seq).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(conversation.view().unanswered()).isEqualTo(8);
    }

    @Test
    void keepsTheOrderWhenTheStoreGoesAwayAndComesBack() {
        room.customerWrites("42", "m1", "first");
        room.openWith("42", 1);
        var second = room.pending("42", "m2", "second");
        room.database.template().insert(second, Inbox.COLLECTION);

        room.database.refuse();
        room.relay.submit(second);
        await().until(room.database::hasRefused);
        room.database.takeAgain();
        room.customerWrites("42", "m3", "third");

        assertThat(room.openWith("42", 3).views())
                .extracting(Message::text)
                .containsExactly("first", "second", "third");
    }

    @Test
    void keepsTheOrderWhenMetaRepeatsWhatWasStoredWithoutAnAnswer() {
        room.database.template().insert(room.pending("42", "m1", "first"), Inbox.COLLECTION);

        room.customerWrites("42", "m1", "first");
        room.customerWrites("42", "m2", "second");

        assertThat(room.openWith("42", 2).views()).extracting(Message::text).containsExactly("first", "second");
    }

    @Test
    void givesEachCustomerAConversation() {
        room.customerWrites("42", "m1", "Hello");
        room.customerWrites("43", "m2", "Hello");

        assertThat(room.openWith("42", 1).conversationId())
                .isNotEqualTo(room.openWith("43", 1).conversationId());
    }

    @Test
    void takesAMessageOnceHoweverOftenItIsDelivered() {
        room.customerWrites("42", "m1", "Hello");
        room.openWith("42", 1);
        room.customerWrites("42", "m1", "Hello");
        room.processed.flush();
        room.customerWrites("42", "m1", "Hello");
        room.customerWrites("42", "m2", "Still there?");

        assertThat(room.openWith("42", 2).views()).extracting(Message::text).containsExactly("Hello", "Still there?");
    }

    @Test
    void takesARepeatAfterTheEndForWhatItIs() {
        var id = room.givenToAlice("42");
        room.closing.complete(id, null);

        room.customerWrites("42", "42-first", "Hello");
        room.customerWrites("42", "m2", "Something else");

        assertThat(room.openWith("42", 1).views()).extracting(Message::text).containsExactly("Something else");
    }

    @Test
    void takesAnEventLeftInTheInboxByACrash() {
        room.database
                .template()
                .insert(
                        new Inbox.Pending("m1", room.message("42", "m1", "Hello"), room.clock.instant(), null),
                        "inbox");
        room.clock.advance(Duration.ofSeconds(6));

        room.sweeper.start();

        assertThat(room.openWith("42", 1).views()).extracting(Message::text).containsExactly("Hello");
    }

    @Test
    void startsTheProcessLaterWhenTheEngineIsAway() {
        willThrow(EngineUnavailable.class)
                .willAnswer(call -> room.published.add(call.getArgument(0)))
                .given(room.engine)
                .publish(any());
        room.customerWrites("42", "m1", "Hello");
        var waiting = room.openWith("42", 1);
        assertThat(waiting.due()).hasSize(1);
        room.clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> {
            room.sweeper.start();
            assertThat(room.publishedNames()).containsExactly("conversation-started");
        });
        await().until(() -> room.isNothingDue(room.openWith("42", 1).conversationId()));
    }

    @Test
    void keepsALongConversationReadableToItsFirstLine() {
        for (int number = 1; number <= 230; number++) {
            room.customerWrites("42", "m" + number, "line " + number);
        }

        var conversation = room.openWith("42", 230);
        var id = conversation.conversationId();
        assertThat(conversation.messages()).hasSizeLessThanOrEqualTo(100);
        var newest = room.archive.transcript(id, null, 50);
        assertThat(newest.items()).hasSize(50).last().returns(230, Message::seq).returns("line 230", Message::text);
        var before = room.archive.transcript(id, 181, 100);
        assertThat(before.items())
                .hasSize(100)
                .first()
                .returns(81, Message::seq)
                .returns("line 81", Message::text);
        var oldest = room.archive.transcript(id, 81, 100);
        assertThat(oldest.items()).hasSize(80).first().returns("line 1", Message::text);
        assertThat(oldest.more()).isFalse();
        assertThat(List.of(newest.more(), before.more())).containsOnly(true);
    }

    @Test
    void opensTheNextConversationAfterTheEnd() {
        var first = room.givenToAlice("42");
        room.closing.complete(first, null);

        room.customerWrites("42", "m2", "One more thing");

        var second = room.openWith("42", 1);
        assertThat(second.conversationId()).isNotEqualTo(first);
        assertThat(room.conversations.get(first).state()).isEqualTo(ConversationState.CLOSED);
        assertThat(room.conversations.queue(second.conversationId(), CAMPAIGN, 3, null, null))
                .get()
                .returns(ConversationState.WAITING, Conversation::state)
                .returns(3, Conversation::priority);
    }
}
