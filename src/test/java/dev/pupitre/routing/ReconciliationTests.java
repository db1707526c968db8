package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTests {
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BRUNO = new UserId("bruno");
    private static final ConversationId ID = new ConversationId("c0");

    /** What goes on with the conversation as a node stops. */
    @SuppressWarnings("ImmutableEnumChecker") // a lambda that holds nothing is immutable, but its type does not say so
    enum Step {
        DEAL(Step::waits, room -> room.node.dealer.serveHere()),
        CLAIM(Step::waits, room -> room.node.routing.claim(RoutingRoom.agent("bruno"), ID, true)),
        TAKE_OVER(Step::given, room -> room.node.routing.claim(RoutingRoom.agent("bruno"), ID, false)),
        HAND_ON(
                Step::given,
                room -> room.node.routing.handOn(
                        ID, "alice", () -> room.conversations.release(ID, ALICE, Target.queue(), null, null))),
        LEAVE(Step::given, room -> room.offline("alice")),
        CLOSE(Step::given, room -> {
            var assignee = room.the(ID).assignee();
            room.over(ID);
            room.node.routing.on(new ConversationEvent.Closed(ID, assignee));
        });

        private final Consumer<RoutingRoom> before;
        private final Consumer<RoutingRoom> step;

        Step(Consumer<RoutingRoom> before, Consumer<RoutingRoom> step) {
            this.before = before;
            this.step = step;
        }

        private static void waits(RoutingRoom room) {
            var waiting = room.put(room.conversation(ID, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
            room.node.queue.add(QueueEntry.of(
                    ID,
                    Pool.members(RoutingRoom.DEFAULT),
                    0,
                    waiting.openedAt(),
                    QueueEntry.waitingSince(waiting),
                    null,
                    null));
        }

        private static void given(RoutingRoom room) {
            waits(room);
            room.node.dealer.serveHere();
            assertThat(room.placesOf("alice")).containsExactly(ID);
        }
    }

    private final RoutingRoom room = new RoutingRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @EnumSource
    void makesPlacesAndConversationsAgreeWhereverANodeStops(Step step) {
        var stops = 0;
        do {
            try (var broken = new RoutingRoom()) {
                broken.online("alice");
                step.before.accept(broken);
                broken.database.refuseAfter(stops++);
                try {
                    step.step.accept(broken);
                } catch (RuntimeException stopped) {
                    // Whatever the step was doing ends here.
                }
                var hasStopped = broken.database.hasRefused();
                broken.database.takeAgain();
                repair(broken, broken.new Node());
                var when = step + ", stopped after " + (stops - 1) + " commands";
                // A place that came free is dealt beside the caller, and its conversation given after the place is
                // taken.
                await().untilAsserted(() -> assertAgreement(broken, when));
                if (!hasStopped) {
                    break;
                }
            }
        } while (stops < 50);
        assertThat(stops).as("places where it was stopped").isBetween(2, 49);
    }

    @Test
    void queuesWhatWasForgottenForTheTeamThatItWaitsFor() {
        room.put(room.conversation(ID, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
        room.waitsFor.put(ID, "nights");
        given(room.conversations.waitingSince(any())).willReturn(List.of(ID));

        room.node.reconciliation.recheck();

        assertThat(room.node.queue.find(ID))
                .map(QueueEntry::whoFor)
                .contains(new Pool(RoutingRoom.DEFAULT, Pool.Kind.TEAM, "nights"));
    }

    @Test
    void countsWhatIsInSomebodysHandsWithoutAPlace() {
        room.online("alice");
        held("uncounted", ALICE);

        room.node.reconciliation.recheck();

        assertThat(room.node.agents.find("alice")).hasValueSatisfying(alice -> {
            assertThat(alice.free()).isEqualTo(RoutingRoom.CAPACITY - 1);
            assertThat(alice.taken()).containsEntry(Agent.key(RoutingRoom.DEFAULT), 1);
        });
        IntStream.range(0, 3).forEach(number -> room.arrives("next-" + number));
        room.node.dealer.serveHere();
        assertThat(room.placesOf("alice")).hasSize(RoutingRoom.CAPACITY);
    }

    @Test
    void countsItBeyondTheCapacitySoThatNothingMoreIsGiven() {
        room.online("alice");
        IntStream.range(0, 2).forEach(number -> room.arrives("c" + number));
        room.node.dealer.serveHere();
        held("uncounted", ALICE);

        room.node.reconciliation.recheck();
        room.node.routing.on(new ConversationEvent.Closed(
                new ConversationId("c0"), room.the(new ConversationId("c0")).assignee()));
        room.arrives("next");
        room.node.dealer.serveHere();

        assertThat(room.placesOf("alice")).hasSize(2).contains(new ConversationId("uncounted"));
        assertThat(room.node.queue.all()).containsExactly(new ConversationId("next"));
    }

    @Test
    void countsItForAnAgentWhoWasNeverHere() {
        held("uncounted", BRUNO);

        room.node.reconciliation.recheck();

        assertThat(room.placesOf("bruno")).containsExactly(new ConversationId("uncounted"));
    }

    @Test
    void doesNotCountWhatWasHandedOnMeanwhile() {
        var id = held("handed-on", ALICE);
        given(room.conversations.heldSince(any())).willReturn(Map.of(id, ALICE));
        room.put(room.conversation(id, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));

        room.node.reconciliation.recheck();

        assertThat(room.placesOf("alice")).isEmpty();
    }

    @Test
    void givesBackWhatTheOneWhoHasGoneHeldWithoutAPlace() {
        room.online("alice");
        var id = held("uncounted", ALICE);
        room.clock.advance(Duration.ofSeconds(1));
        room.offline("alice");
        assertThat(room.released).isEmpty();

        room.node.reconciliation.recheck();
        var alice = room.node.agents.find("alice").orElseThrow();
        assertThat(Watch.wasLeftBehind(alice, alice.place(id).orElseThrow())).isTrue();
    }

    @Test
    void leavesThePlaceOfOneWhoClaimsWhatTheyHaveJustGivenBack() {
        room.online("alice");
        Step.given(room);
        // Her giving it back goes on below, when it is hers again.
        given(room.conversations.release(any(), any(UserId.class), any(), any(), any()))
                .willAnswer(call -> {
                    var handedOn = room.conversation(ID, ConversationState.NEW, 0, null, RoutingRoom.DEFAULT);
                    room.put(room.conversation(ID, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
                    room.node.routing.claim(RoutingRoom.agent("alice"), ID, true);
                    return Optional.of(handedOn);
                });

        room.node.routing.handOn(ID, "alice", () -> room.conversations.release(ID, ALICE, Target.queue(), null, null));

        assertThat(room.the(ID).state()).isEqualTo(ConversationState.ASSIGNED);
        assertThat(room.placesOf("alice")).containsExactly(ID);
    }

    private ConversationId held(String name, UserId agent) {
        var id = new ConversationId(name);
        room.put(room.conversation(id, ConversationState.ASSIGNED, 0, agent, RoutingRoom.DEFAULT));
        return id;
    }

    private static void repair(RoutingRoom room, RoutingRoom.Node node) {
        room.clock.advance(Duration.ofSeconds(11));
        var waiting = room.known.values().stream()
                .filter(conversation -> conversation.state() == ConversationState.WAITING)
                .map(Conversation::id)
                .toList();
        given(room.conversations.waitingSince(any())).willReturn(waiting);
        node.returns.sweep();
        node.reconciliation.reconcile();
        node.reconciliation.recheck();
        node.dealer.serveHere();
    }

    private static void assertAgreement(RoutingRoom room, String when) {
        for (var name : List.of("alice", "bruno")) {
            var agent = room.node.shifts.agent(RoutingRoom.agent(name));
            var held = room.known.values().stream()
                    .filter(conversation -> Dealer.isHeldBy(name, conversation))
                    .map(Conversation::id)
                    .toList();
            assertThat(agent.places())
                    .as("%s: what %s has", when, name)
                    .extracting(Agent.Place::conversation)
                    .containsExactlyInAnyOrderElementsOf(held);
            assertThat(agent.free()).as("%s: room of %s", when, name).isEqualTo(RoutingRoom.CAPACITY - held.size());
        }
        if (room.the(ID).state() == ConversationState.WAITING) {
            assertThat(room.node.queue.all()).as(when).containsExactly(ID);
        }
    }
}
