package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.pupitre.kernel.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** What customers are told without an agent. */
class AutomaticMessagesTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    /** The oldest messages of a long transcript are not in the conversation's document any more. */
    @Test
    void saysItOnceHoweverLongTheTranscriptGrows() {
        room.customerWrites("1", "first", "Hello");
        var id = room.openWith("1", 1).conversationId();
        room.automatic.notifyCustomer(id, "greeting", "Welcome!");
        for (var message = 0; message < 2 * Recordings.PART_SIZE; message++) {
            room.customerWrites("1", "more-" + message, "And " + message);
        }
        room.openWith("1", 2 + 2 * Recordings.PART_SIZE);
        await().until(() -> said(id).findAny().isEmpty());

        room.automatic.notifyCustomer(id, "greeting", "Welcome!");

        assertThat(said(id)).isEmpty();
        assertThat(room.conversations.get(id))
                .returns(2 + 2 * Recordings.PART_SIZE, Conversation::messageCount)
                .returns(1 + 2 * Recordings.PART_SIZE, Conversation::saidCount);
    }

    @Test
    void tellsACommenterInPublicUnderTheCommentOnce() {
        var id = AComment.opened(room, "Ouvert ?");

        room.automatic.notifyCustomer(id, "away", "We are closed");
        room.automatic.notifyCustomer(id, "away", "We are closed");

        await().untilAsserted(() ->
                then(room.graphComments).should(times(1)).answer(any(), eq(AComment.ID), eq("We are closed")));
        then(room.graph).should(never()).send(any(), any());
        assertThat(said(id)).containsExactly("We are closed");
        assertThat(lines(id)).isEmpty();
    }

    @Test
    void saysOneThingByItselfUnderACommentAndThenWhyNot() {
        var id = AComment.opened(room, "Ouvert ?");

        room.automatic.notifyCustomer(id, "away", "We are closed");
        room.automatic.notifyCustomer(id, "tell-waiting", "You are not forgotten");
        room.automatic.notifyCustomer(id, "tell-waiting", "You are not forgotten");

        assertThat(said(id)).containsExactly("We are closed");
        assertThat(lines(id))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("step", "tell-waiting")
                        .containsEntry("code", "COMMENT_TOLD_BEFORE"));
    }

    @Test
    void doesNotGreetForAllToReadAndSaysSo() {
        var id = AComment.opened(room, "Ouvert ?");

        room.automatic.sayInPrivate(id, "greeting", "Welcome!");
        room.automatic.notifyCustomer(id, "away", "We are closed");

        assertThat(said(id)).containsExactly("We are closed");
        assertThat(lines(id))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("step", "greeting")
                        .containsEntry("code", "COMMENT_NO_COURTESIES"));
    }

    @Test
    void saysWhyWhereTheCommentIsGone() {
        var id = AComment.opened(room, "Ouvert ?");
        room.live.change(
                LiveConversations.byId(id), new Update().set("messages.0.extras.removedAt", room.clock.instant()));

        room.automatic.notifyCustomer(id, "away", "We are closed");

        assertThat(said(id)).isEmpty();
        assertThat(lines(id)).singleElement().satisfies(line -> assertThat(line).containsEntry("code", "COMMENT_GONE"));
    }

    private List<Map<String, String>> lines(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .flatMap(message -> Stream.ofNullable(message.extras().happening()))
                .map(Happening::values)
                .toList();
    }

    private Stream<String> said(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .map(StoredMessage::text);
    }
}
