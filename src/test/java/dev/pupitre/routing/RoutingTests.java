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

        routing.claim(RoutingRoom.agent("alice"), third, false);

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

        routing.claim(RoutingRoom.agent("bruno"), id, false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).isEmpty());
        assertThat(room.placesOf("bruno")).hasSize(1);
    }

    @Test
    void keepsNoPlaceForAConversationThatIsOver() {
        var id = new ConversationId("over");
        room.over(id);

        assertThatExceptionOfType(ConversationOver.class)
                .isThrownBy(() -> routing.claim(RoutingRoom.agent("alice"), id, false));

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

        room.answeredElsewhere(id, true);
        routing.on(new ConversationEvent.WentElsewhere(id));
        assertThat(queue.first(team)).isEmpty();
        assertThat(queue.count(null)).isZero();

        room.answeredElsewhere(id, false);
        routing.on(new ConversationEvent.CameBack(id));
        assertThat(queue.first(team)).extracting(QueueEntry::conversation).containsExactly(id);
    }

    @Test
    void keepsForWhomAConversationIsThatOthersAnswerAsItIsQueued() {
        var team = new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "billing");
        var id = new ConversationId("c0");
        room.put(room.conversation(id, ConversationState.WAITING, 7, null, RoutingRoom.DEFAULT));
        routing.enqueue(room.answeredElsewhere(id, true), team, "refunds");
        assertThat(queue.first(team)).isEmpty();

        room.answeredElsewhere(id, false);
        routing.on(new ConversationEvent.CameBack(id));

        assertThat(queue.first(team))
                .singleElement()
                .returns(id, QueueEntry::conversation)
                .returns("refunds", QueueEntry::expertise);
    }

    @Test
    void letsAConversationWaitWhoseComingBackWasHeardOfBeforeItsGoing() {
        var id = room.arrives("c0");

        routing.on(new ConversationEvent.WentElsewhere(id));

        assertThat(queue.all()).containsExactly(id);
    }

    @Test
    void letsAConversationWaitThatComesBackAsItIsFoundToBeElsewhere() {
        room.online("alice");
        var id = new ConversationId("c0");
        room.put(room.conversation(id, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
        var back = room.answeredElsewhere(id, false);
        var away = room.answeredElsewhere(id, true);
        // It comes back after it was found to be elsewhere, and before it is parked.
        given(room.conversations.get(id)).willReturn(away, away, back);

        queue.add(QueueEntry.of(
                id, Pool.members(RoutingRoom.DEFAULT), 0, back.openedAt(), QueueEntry.waitingSince(back), null, null));
        room.node.dealer.serveHere();

        assertThat(queue.all()).containsExactly(id);
    }

    @Test
    void givesNothingByAnEntryOfAnEarlierWait() {
        room.online("alice");
        var id = new ConversationId("c0");
        var earlier = room.conversation(id, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT);
        room.put(room.conversation(id, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));

        // As a node knows the queue that has not heard of the transfer yet.
        queue.add(QueueEntry.of(
                id,
                new Pool(RoutingRoom.DEFAULT, Pool.Kind.AGENT, "alice"),
                0,
                earlier.openedAt(),
                QueueEntry.waitingSince(earlier),
                null,
                null));
        room.node.dealer.serveHere();

        assertThat(room.given).isEmpty();
        assertThat(room.placesOf("alice")).isEmpty();
        assertThat(queue.all()).isEmpty();
    }

    @Test
    void letsAConversationWaitAgainWhoseComingBackWasNotHeardOf() {
        var team = new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "billing");
        var id = room.arrives("c0", team, 7);
        room.answeredElsewhere(id, true);
        routing.on(new ConversationEvent.WentElsewhere(id));
        room.answeredElsewhere(id, false);
        given(room.conversations.waitingSince(any())).willReturn(List.of(id));

        room.node.reconciliation.recheck();

        assertThat(queue.first(team)).extracting(QueueEntry::conversation).containsExactly(id);
    }

    @Test
    void reconcilesWhatACrashLeftBetweenTwoUpdates() {
        room.online("alice");
        var alice = RoutingRoom.agent("alice");
        room.node.places.take(alice.id(), "Alice", new ConversationId("never-given"), RoutingRoom.DEFAULT);
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
