package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer was talked to about before. */
class EarlierTests {
    private final ConversationRoom room = new ConversationRoom();
    private final EarlierController controller = new EarlierController(room.conversations, room.recordings);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areThoseOfTheCustomerThatWereOpenedBeforeTheNewestFirstAndEachOnce() {
        var talks = talks("42", 4);
        talks("43", 1);

        assertThat(earlier(talks.get(3))).containsExactly(talks.get(2), talks.get(1), talks.getFirst());
        assertThat(earlier(talks.get(1))).containsExactly(talks.getFirst());
        assertThat(earlier(talks.getFirst())).isEmpty();
    }

    @Test
    void areAskedForAllTogether() {
        var few = talks("42", 2).getLast();
        var many = talks("43", 12).getLast();

        assertThat(questionsFor(many)).isEqualTo(questionsFor(few));
    }

    private long questionsFor(ConversationId id) {
        var before = room.database.queries();
        earlier(id);
        return room.database.queries() - before;
    }

    private List<ConversationId> earlier(ConversationId id) {
        return controller.earlier(id).stream().map(Conversation::id).toList();
    }

    /** So many of this customer, one after the other; the last one is open. */
    private List<ConversationId> talks(String customer, int many) {
        var talks = new ArrayList<ConversationId>();
        for (var number = 1; number <= many; number++) {
            talks.forEach(before -> room.closing.complete(before, null));
            room.clock.advance(Duration.ofHours(1));
            room.customerWrites(customer, customer + "-" + number, "Hello");
            talks.add(room.openWith(customer, 1).conversationId());
        }
        return talks;
    }
}
