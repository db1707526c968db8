package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutingTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RoutingRoom room = new RoutingRoom();
    private final Routing routing = room.node.routing;
    private final WaitingQueue queue = room.node.queue;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void givesNoMoreThanAnAgentHasRoomFor() {
        room.online("alice");

        var waiting = IntStream.range(0, 4)
                .mapToObj(number -> room.arrives("c" + number))
                .toList();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).hasSize(2));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(queue.all()).containsExactlyInAnyOrderElementsOf(waiting.subList(2, 4)));
    }

    @Test
    void givesAFreePlaceAtOnceToTheNextInTheQueue() {
        room.online("alice");
        var waiting = IntStream.range(0, 3)
                .mapToObj(number -> room.arrives("c" + number))
                .toList();
        await().atMost(PATIENCE).until(() -> room.placesOf("alice").size() == 2);

        room.over(waiting.getFirst());
        routing.on(new ConversationEvent.Closed(waiting.getFirst(), new Party("alice", "Alice")));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(room.placesOf("alice")).containsExactly(waiting.get(1), waiting.get(2)));
    }

    @Test
    void sharesTheWorkEvenly() {
        room.online("alice");
        room.online("bruno");

        IntStream.range(0, 4).forEach(number -> room.arrives("c" + number));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(room.placesOf("alice")).hasSize(2);
            assertThat(room.placesOf("bruno")).hasSize(2);
        });
    }

    @Test
    void givesNothingToAnAgentWhoIsAway() {
        room.online("alice");
        room.node.shifts.become(RoutingRoom.agent("alice"), Availability.AWAY, false);
        room.online("bruno");

        var first = room.arrives("c0");
        var second = room.arrives("c1");

        // Were both agents there, each would be given one of the two.
        await().atMost(PATIENCE).until(() -> room.given.size() == 2);
        assertThat(room.given)
                .containsExactlyInAnyOrder(new RoutingRoom.Gift(first, "bruno"), new RoutingRoom.Gift(second, "bruno"));
    }

    @Test
    void givesToOthersWhatIsForAnAgentWhoIsAway() {
        room.node.shifts.become(RoutingRoom.agent("alice"), Availability.AWAY, false);
        room.online("bruno");

        var id = room.arrives("c0", new Pool(RoutingRoom.DEFAULT, Pool.Kind.AGENT, "alice"), 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).containsExactly(new RoutingRoom.Gift(id, "bruno")));
    }

    @Test
    void letsAnAgentClaimBeyondTheCapacity() {
        room.online("alice");
        IntStream.range(0, 2).forEach(number -> room.arrives("c" + number));
        await().atMost(PATIENCE).until(() -> room.placesOf("alice").size() == 2);
        var third = room.arrives("c2");

        routing.claim(RoutingRoom.agent("alice"), third);

        assertThat(room.node.shifts.agent(RoutingRoom.agent("alice")))
                .returns(-1, Agent::free)
                .returns(3, agent -> agent.places().size());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queue.all()).isEmpty());
    }

    @Test
    void freesThePlaceOfTheAgentItIsClaimedFrom() {
        room.online("alice");
        var id = room.arrives("c0");
        await().atMost(PATIENCE).until(() -> room.placesOf("alice").size() == 1);

        routing.claim(RoutingRoom.agent("bruno"), id);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).isEmpty());
        assertThat(room.placesOf("bruno")).hasSize(1);
    }

    @Test
    void keepsNoPlaceForAConversationThatIsOver() {
        var id = new ConversationId("over");
        room.over(id);

        assertThatExceptionOfType(ConversationOver.class)
                .isThrownBy(() -> routing.claim(RoutingRoom.agent("alice"), id));

        assertThat(room.placesOf("alice")).isEmpty();
    }

    @Test
    void passesOverAnEntryWhoseConversationIsGone() {
        var gone = new ConversationId("gone");
        var now = room.clock.instant();
        queue.add(QueueEntry.of(gone, Pool.members(RoutingRoom.DEFAULT), 99, now, now, null, null));
        var waiting = room.arrives("c1");

        room.online("alice");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).containsExactly(waiting));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queue.all()).isEmpty());
    }

    @Test
    void keepsThePlaceInTheQueueOfAConversationThatOthersAnswerMeanwhile() {
        var team = new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "billing");
        var id = room.arrives("c0", team, 7);

        routing.on(new ConversationEvent.WentElsewhere(id));
        assertThat(queue.first(team)).isEmpty();

        routing.on(new ConversationEvent.CameBack(id));
        assertThat(queue.first(team)).extracting(QueueEntry::conversation).containsExactly(id);
    }

    @Test
    void letsAConversationWaitAgainWhoseComingBackWasNotHeardOf() {
        var team = new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "billing");
        var id = room.arrives("c0", team, 7);
        routing.on(new ConversationEvent.WentElsewhere(id));
        given(room.conversations.waitingSince(any())).willReturn(List.of(id));

        room.node.reconciliation.recheck();

        assertThat(queue.first(team)).extracting(QueueEntry::conversation).containsExactly(id);
    }

    @Test
    void reconcilesWhatACrashLeftBetweenTwoUpdates() {
        room.online("alice");
        var alice = RoutingRoom.agent("alice");
        room.node.agents.claim(alice.id(), "Alice", new ConversationId("never-given"), RoutingRoom.DEFAULT);
        var forgotten = new ConversationId("forgotten");
        room.put(room.conversation(forgotten, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
        given(room.conversations.waitingSince(any())).willReturn(List.of(forgotten));
        room.clock.advance(Duration.ofSeconds(11));

        room.node.reconciliation.reconcile();
        room.node.reconciliation.recheck();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).containsExactly(forgotten));
        assertThat(room.node.shifts.agent(alice)).returns(1, Agent::free);
    }
}
