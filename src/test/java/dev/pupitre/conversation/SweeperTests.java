package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a crash has left is found, whatever else waits. */
class SweeperTests {
    private static final PageId HELD = new PageId("099");

    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);
    private final Ids ids = new Ids();
    private final Instant start = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void declaresTheIndexesUntilTheStoreHasTakenThem() {
        var indexes = mock(Indexes.class);
        willThrow(new DataAccessResourceFailureException("The store is away"))
                .willDoNothing()
                .given(indexes)
                .declare();
        var sweeper = room.sweeper(indexes);

        sweeper.start();
        sweeper.sweep();
        sweeper.sweep();

        then(indexes).should(times(2)).declare();
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

    @Test
    void findsAMessageBehindEventsWhoseMessagesNeverCame() {
        room.sweeper.start();
        for (int number = 0; number < PendingEvents.SWEPT_AT_ONCE; number++) {
            leftBehind(new MessageEdited(PAGE, "stranger", room.clock.instant(), "never-" + number, "?", 1));
        }
        room.clock.advance(Duration.ofSeconds(1));
        leftBehind(room.message("42", "m1", "Hello"));
        room.clock.advance(Duration.ofSeconds(6));

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            room.sweeper.sweep();
            return room.live.find(ConversationRoom.thread("42")).isPresent();
        });
    }

    @Test
    void looksForAMessageThatNeverComesAFewTimesAndCountsIt() {
        room.told(new MessageEdited(PAGE, "42", room.clock.instant(), "never", "?", 1));
        await().until(() -> notBefore() != null);

        var looks = 0;
        for (var look = notBefore(); look != null; look = notBefore()) {
            looks++;
            var before = look;
            room.clock.advance(Duration.between(room.clock.instant(), look));
            room.sweeper.start();
            await().until(() -> !before.equals(notBefore()));
        }

        assertThat(looks).isBetween(2, 6);
        assertThat(room.clock.instant()).isBeforeOrEqualTo(start.plus(Duration.ofMinutes(1)));
        assertThat(room.meters
                        .get("pupitre.conversation.unmatched")
                        .tag("kind", "MessageEdited")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** When the one event that is pending is looked at again; null when there is none. */
    private @Nullable Instant notBefore() {
        room.processed.flush();
        return room.database.template().findAll(Inbox.Pending.class, Inbox.COLLECTION).stream()
                .findFirst()
                .map(Inbox.Pending::notBefore)
                .orElse(null);
    }

    /** A node died between storing an event and bringing it into a conversation. */
    private void leftBehind(InboundEvent event) {
        room.pending.add(List.of(new Inbox.Pending(event.key(), event, room.clock.instant(), null)));
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
