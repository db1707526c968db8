package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationViewTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void saysSinceWhenTheCustomerWaitsForAnAnswer() {
        var began = room.clock.instant();
        var id = room.givenToAlice("7");
        room.clock.advance(Duration.ofMinutes(4));
        room.customerWrites("7", "m2", "Anybody there?");
        room.openWith("7", 2);
        assertThat(room.conversations.get(id).unansweredSince()).isEqualTo(began);

        room.reply(ALICE, id, "I am", null);
        assertThat(room.conversations.get(id).unansweredSince()).isNull();

        room.clock.advance(Duration.ofMinutes(3));
        var again = room.clock.instant();
        room.customerWrites("7", "m3", "Good");
        room.openWith("7", 4);
        assertThat(room.conversations.get(id).unansweredSince()).isEqualTo(again);
    }
}
