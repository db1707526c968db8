package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarnChatTimeWorkerTests {
    private final ConversationRoom room = new ConversationRoom();
    private final WarnChatTimeWorker worker =
            new WarnChatTimeWorker(room.live, room.outgoing, mock(), new Ids(), room.clock);
    private final ConversationId id;

    WarnChatTimeWorkerTests() {
        room.customerWrites("1", "m1", "Hello");
        id = room.openWith("1", 1).conversationId();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void warnsEachAgentOnce() {
        given("alice");
        warn();
        warn();
        assertThat(warnings()).containsExactly(Map.of("minutes", "20"));

        room.clock.advance(Duration.ofMinutes(1));
        room.conversations.takeOver(id, new UserId("alice"), new UserId("bruno"), "Bruno");
        warn();

        assertThat(warnings()).hasSize(2);
    }

    @Test
    void warnsNobodyAboutWhatIsInNobodysHands() {
        warn();

        assertThat(warnings()).isEmpty();
    }

    private void given(String agent) {
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, new UserId(agent), agent);
    }

    private void warn() {
        worker.handle(new WarnChatTimeWorker.Input(id, "PT20M"));
    }

    private List<Map<String, String>> warnings() {
        return room.conversations.stored(id).messages().stream()
                .map(message -> message.extras().happening())
                .filter(Objects::nonNull)
                .filter(happening -> happening.type() == Happening.Type.CHAT_TIME_OVER)
                .map(Happening::values)
                .toList();
    }
}
