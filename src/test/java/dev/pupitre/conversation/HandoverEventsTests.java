package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged.Control;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a conversation that another application answers. */
class HandoverEventsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Instant start = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void stopsTheClockWhileAnotherApplicationAnswers() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(room::hasNothingPending);

        assertThat(room.conversations.get(id).elsewhere()).isEqualTo(new Elsewhere("app-2", at(10)));
        var queuedAt = requireNonNull(room.conversations.get(id).queuedAt());
        assertThat(room.conversations.deal(id, queuedAt, ALICE.id(), "Alice")).isEmpty();
        assertThat(room.conversations.waitingSince(at(1000))).isEmpty();
        assertThat(room.happened).contains(new ConversationEvent.WentElsewhere(id));

        room.told(control(Control.NOBODYS, null, 70));
        await().until(room::hasNothingPending);
        assertThat(room.conversations.get(id).elsewhere()).isNull();
        assertThat(room.conversations.get(id).stopped()).isEqualTo(Duration.ofSeconds(60));
        assertThat(room.happened).contains(new ConversationEvent.CameBack(id));
        assertThat(lines(id)).containsExactly(Happening.Type.PASSED_ELSEWHERE, Happening.Type.CAME_BACK);
        assertThat(room.conversations.deal(id, queuedAt.minusSeconds(1), ALICE.id(), "Alice"))
                .as("an earlier wait")
                .isEmpty();
        assertThat(room.conversations.deal(id, queuedAt, ALICE.id(), "Alice")).isPresent();
    }

    @Test
    void takesTheThreadBackWhenTheCustomerWritesToUsAgain() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(room::hasNothingPending);

        room.told(new MessageReceived(PAGE, "42", at(90), "m2", "Still there?"));
        await().until(room::hasNothingPending);

        assertThat(room.conversations.get(id))
                .returns(null, Conversation::elsewhere)
                .returns(Duration.ofSeconds(80), Conversation::stopped);
    }

    @Test
    void believesTheLaterOfTwoChangesOfControlWhicheverComesLast() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.told(control(Control.OURS, null, 20));
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(room::hasNothingPending);

        assertThat(room.conversations.get(id).elsewhere()).isNull();
    }

    @Test
    void showsStandbyMessagesWhereAConversationIsOpenAndOpensNone() {
        room.told(new MessageReceived(PAGE, "42", at(0), "m1", "For others", ReceivedContent.NONE, true));
        await().until(room::hasNothingPending);
        assertThat(room.live.find(thread("42"))).isEmpty();

        room.customerWrites("42", "m2", "For us");
        room.openWith("42", 1);
        room.told(new MessageReceived(PAGE, "42", at(1), "m3", "For others again", ReceivedContent.NONE, true));

        assertThat(room.openWith("42", 2).view().unanswered()).isEqualTo(1);
    }

    private List<Happening.Type> lines(ConversationId id) {
        return room.archive.transcript(id, null, 50).items().stream()
                .flatMap(message -> Stream.ofNullable(message.happening()))
                .map(Happening::type)
                .toList();
    }

    private ThreadControlChanged control(Control control, @Nullable String app, int second) {
        return new ThreadControlChanged(PAGE, "42", at(second), control, app);
    }

    /** So many seconds after the room opened. */
    private Instant at(int second) {
        return start.plusSeconds(second);
    }
}
