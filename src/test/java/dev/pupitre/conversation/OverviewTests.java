package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewTests {
    private final WatchedRoom watched = new WatchedRoom(10);
    private final ConversationRoom room = watched.room;
    private final Overview overview = new Overview(room.database.template(), watched.watchdog);

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void knowsSinceWhenWhatMetaToldOfWaits() {
        assertThat(overview.inboundSince(room.clock.instant())).isEmpty();
        var first = room.clock.instant();
        waits("m1");
        room.clock.advance(Duration.ofMinutes(3));
        waits("m2");

        assertThat(overview.inboundSince(room.clock.instant())).contains(first);
    }

    @Test
    void whatWaitsForTheMessageItIsAboutIsNoBacklog() {
        waits("m1");
        room.pending.putOff("m1", room.clock.instant().plusSeconds(60));
        assertThat(overview.inboundSince(room.clock.instant())).isEmpty();

        assertThat(overview.inboundSince(room.clock.instant().plusSeconds(60))).isPresent();
    }

    @Test
    void tellsOfAPageHowMuchWaitsToBeSentAndToHowManyInVain() {
        assertThat(overview.unsent()).isEmpty();
        isToBeSent("41", "first");
        isToBeSent("41", "second");
        isToBeSent("42", "third");
        var lane = room.lanes.lease(ConversationRoom.thread("42")).orElseThrow();
        room.lanes.putOff(lane, 1, room.clock.instant().plusSeconds(60));

        assertThat(overview.unsent()).containsExactly(new Overview.Unsent(ConversationRoom.PAGE, 2, 3, 1));
    }

    private void isToBeSent(String customer, String message) {
        room.customerWrites(customer, "of-" + customer, "Hello");
        var conversation = room.openWith(customer, 1);
        room.lanes.add(conversation, new OutboxLane.Item(new MessageId(message), conversation.conversationId()));
    }

    private void waits(String key) {
        var event = room.message("42", key, "Hello");
        room.pending.add(List.of(new Inbox.Pending(event.key(), event, room.clock.instant(), null)));
    }
}
