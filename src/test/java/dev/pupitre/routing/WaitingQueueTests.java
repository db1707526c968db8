package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.campaign.Team;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingQueueTests {
    private static final Pool EVERYONE = Pool.members(RoutingRoom.DEFAULT);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RoutingRoom room = new RoutingRoom();
    private final WaitingQueue queue = room.node.queue;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isServedByPriorityThenAge() {
        queue.add(entry("young", 0, 2));
        queue.add(entry("old", 0, 1));
        queue.add(entry("urgent", 10, 3));

        assertThat(queue.first(EVERYONE))
                .extracting(entry -> entry.conversation().value())
                .containsExactly("urgent", "old", "young");
    }

    @Test
    void knowsWhatOtherNodesPutIn() {
        var other = room.new Node().queue;
        queue.add(entry("here", 0, 2));
        assertThat(queue.heads()).hasSize(1);

        other.add(entry("there", 0, 1));

        assertThat(queue.heads())
                .singleElement()
                .satisfies(entries -> assertThat(entries)
                        .extracting(entry -> entry.conversation().value())
                        .containsExactly("there", "here"));
    }

    @Test
    void knowsTheFirstOfMoreThanItKeepsInMind() {
        var beyond = Lane.WINDOW + 20;
        IntStream.range(0, beyond).forEach(number -> queue.add(entry("c" + number, 0, number)));
        var fresh = room.new Node().queue;

        for (int number = 0; number < beyond; number++) {
            var first = fresh.first(EVERYONE).getFirst();
            assertThat(first.conversation()).isEqualTo(new ConversationId("c" + number));
            fresh.remove(first);
        }

        assertThat(fresh.first(EVERYONE)).isEmpty();
    }

    @Test
    void takesOutAWaitButNotALaterOneOfTheSameConversation() {
        var before = entry("again", 0, 1);
        queue.add(before);
        var after = QueueEntry.of(before.conversation(), EVERYONE, 0, NOON, NOON.plusSeconds(60), null, null);
        queue.add(after);

        queue.remove(before);

        assertThat(queue.first(EVERYONE)).containsExactly(after);
        assertThat(queue.find(before.conversation())).contains(after);
    }

    @Test
    void tellsHowManyAreAhead() {
        queue.add(entry("first", 0, 1));
        queue.add(entry("urgent", 5, 9));
        var last = entry("last", 0, 2);
        queue.add(last);

        assertThat(queue.ahead(last)).isEqualTo(2);
        assertThat(queue.count(RoutingRoom.DEFAULT)).isEqualTo(3);
    }

    @Test
    void oneThatNobodyMayTakeDoesNotHoldUpThoseBehind() {
        room.has(new Team("nights", "Nights", Set.of("nobody-here")));
        room.online("alice");
        var stuck = room.arrives("stuck", new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "nights"), 100);

        var behind = room.arrives("behind");

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(room.placesOf("alice")).containsExactly(behind));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(queue.all()).containsExactly(stuck));
    }

    private static QueueEntry entry(String id, int priority, int second) {
        var since = NOON.plusSeconds(second);
        return QueueEntry.of(new ConversationId(id), EVERYONE, priority, since, since, null, null);
    }
}
