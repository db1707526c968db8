package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.kernel.ConversationId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    private Stream<String> said(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .map(StoredMessage::text);
    }
}
