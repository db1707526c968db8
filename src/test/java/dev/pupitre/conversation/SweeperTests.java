package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.awaitility.Awaitility.await;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Hold;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a crash has left is found, whatever else waits. */
class SweeperTests {
    private static final PageId HELD = new PageId("099");

    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);
    private final Ids ids = new Ids();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void findsAnAnswerBehindThoseOfAPageThatIsHeld() {
        room.sweeper.start();
        room.pages.hold(HELD, Hold.Cause.TOKEN, "Dead");
        for (int customer = 0; customer < LiveConversations.SWEPT_AT_ONCE; customer++) {
            unsent(HELD, "customer-" + customer);
        }
        unsent(PAGE, "42");
        room.clock.advance(Duration.ofSeconds(6));

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            room.sweeper.sweep();
            return sent.texts().contains("To 42");
        });
    }

    /** A node died between storing an answer and taking it into the outbox. */
    private ConversationId unsent(PageId page, String customer) {
        var id = ids.newConversation();
        var now = room.clock.instant();
        var answer = StoredMessage.queued(
                ids.newMessage(),
                customer,
                Author.agent(ConversationRoom.ALICE.id(), "Alice"),
                "To " + customer,
                now,
                StoredMessage.Extras.NONE);
        room.live.open(StoredConversation.opened(
                "m:" + page + ":" + customer,
                id,
                new Party(page.value(), "Café"),
                new Party(customer, "Ada"),
                null,
                Origin.MESSENGER,
                Window.ofMessage(now),
                List.of(answer),
                List.of(new Due(Due.Kind.SEND, answer.id().value(), now)),
                now));
        return id;
    }
}
