package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes a message that is there, wherever that is. */
class AmendmentsTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Instant start = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void changesTheTextAndKeepsTheLatestEdit() {
        room.customerWrites("42", "m1", "Helo");
        room.told(new MessageEdited(PAGE, "42", at(2), "m1", "Hello!", 2));
        room.told(new MessageEdited(PAGE, "42", at(1), "m1", "Hello", 1));

        var message = message("42", "m1", found -> found.editedAt() != null && room.hasNothingPending());
        assertThat(message.text()).isEqualTo("Hello!");
        assertThat(message.editedAt()).isEqualTo(at(2));
    }

    @Test
    void takesAnEditThatComesBeforeItsMessage() {
        room.told(new MessageEdited(PAGE, "42", at(1), "m1", "Hello", 1));
        room.customerWrites("42", "m1", "Helo");
        room.openWith("42", 1);
        room.clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> {
            room.sweeper.start();
            assertThat(room.openWith("42", 1).views().getFirst().text()).isEqualTo("Hello");
        });
    }

    @Test
    void emptiesWhatIsTakenBackWithItsFiles() {
        var picture = room.meta.has("/a.png", "image/png", 10);
        room.told(picture("m1", picture));
        var stored = message("42", "m1", found -> is(found, Attachment.State.STORED));
        var file = stored.attachments().getFirst().id();
        assertThat(room.files.open(file)).isPresent();

        room.told(new MessageUnsent(PAGE, "42", at(3), "m1"));

        var message = message("42", "m1", found -> found.removedAt() != null);
        assertThat(message.text()).isEmpty();
        assertThat(message.attachments()).isEmpty();
        assertThat(room.files.open(file)).isEmpty();
    }

    @Test
    void showsOneSignOfTheCustomerTheLatest() {
        room.customerWrites("42", "m1", "Hello");
        room.told(new MessageReacted(PAGE, "42", at(1), "m1", true, "like", "👍"));
        room.told(new MessageReacted(PAGE, "42", at(3), "m1", true, "love", "❤️"));
        room.told(new MessageReacted(PAGE, "42", at(2), "m1", false, null, null));

        await().until(room::hasNothingPending);
        assertThat(message("42", "m1", found -> true).reactions())
                .extracting(Reaction::name)
                .containsExactly("love");
        room.told(new MessageReacted(PAGE, "42", at(4), "m1", false, null, null));
        assertThat(message("42", "m1", found -> found.reactions().isEmpty()).reactions())
                .isEmpty();
    }

    @Test
    void findsAMessageInAConversationThatIsOverAndInAPartThatWasMoved() {
        for (int number = 1; number <= 120; number++) {
            room.customerWrites("42", "m" + number, "line " + number);
        }
        var id = room.openWith("42", 120).conversationId();
        room.told(new MessageEdited(PAGE, "42", at(5), "m3", "edited in a part", 1));
        await().until(() -> textOf(id, 3).equals("edited in a part"));

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        room.closing.complete(id, null);
        room.told(new MessageEdited(PAGE, "42", at(6), "m3", "edited again", 2));
        room.told(new MessageEdited(PAGE, "42", at(6), "m119", "edited when over", 1));

        await().until(() ->
                textOf(id, 3).equals("edited again") && textOf(id, 119).equals("edited when over"));
    }

    private Message message(String customer, String mid, Predicate<Message> as) {
        await().until(() -> find(customer, mid).stream().anyMatch(as));
        return find(customer, mid).getFirst();
    }

    private List<Message> find(String customer, String mid) {
        return room.live.find(thread(customer)).stream()
                .flatMap(conversation -> conversation.views().stream())
                .filter(message -> mid.equals(message.mid()))
                .toList();
    }

    private String textOf(ConversationId id, int seq) {
        return room.archive.transcript(id, seq + 1, 1).items().getFirst().text();
    }

    private MessageReceived picture(String mid, String address) {
        var attachment = new ReceivedAttachment(Attachment.Type.IMAGE, address, null, null, null, null, null);
        var content = new ReceivedContent(List.of(attachment), null, null, null);
        return new MessageReceived(PAGE, "42", at(0), mid, "", content, false);
    }

    private static boolean is(Message message, Attachment.State state) {
        return message.attachments().stream().allMatch(attachment -> attachment.state() == state);
    }

    /** So many seconds after the room opened. */
    private Instant at(int second) {
        return start.plusSeconds(second);
    }
}
