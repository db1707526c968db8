package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.ConversationState;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final UserId ALICE = new UserId("alice");

    private final RoutingRoom room = new RoutingRoom();
    private final RoutingRoom.Node node = room.node;
    private final People people = mock();
    private final Watch watch = new Watch(node.agents, node.returns, node.shifts, node.choice, people);

    @BeforeEach
    void aliceAnswersCustomers() {
        given(people.find(any())).willReturn(Optional.of(new People.Person(ALICE, "alice", Set.of(Role.AGENT))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void givesBackWhatACrashLeftWithAnAgentWhoHasGone() {
        room.online("alice");
        var silent = dealt("silent");
        var answered = dealt("answered");
        room.answered.add(answered);
        goesAndTheNodeCrashes();

        watch.seeOff();

        assertThat(room.released).containsOnlyKeys(silent);
        assertThat(places()).singleElement().satisfies(place -> {
            assertThat(place.conversation()).isEqualTo(answered);
            assertThat(place.unattendedSince()).isNotNull();
        });
    }

    @Test
    void leavesWhatWasAssignedToAnAgentWhoHadGone() {
        room.online("alice");
        goesAndTheNodeCrashes();
        room.clock.advance(Duration.ofSeconds(1));
        var id = new ConversationId("for-tomorrow");
        room.put(room.conversation(id, ConversationState.WAITING, 0, null, RoutingRoom.DEFAULT));
        node.routing.assign(ALICE, "alice", id);

        watch.seeOff();

        assertThat(room.released).isEmpty();
        assertThat(places()).singleElement().returns(null, Agent.Place::unattendedSince);
    }

    @Test
    void leavesAnAgentWhatTheyHaveComeBackTo() {
        room.online("alice");
        var id = dealt("c0");
        goesAndTheNodeCrashes();
        var gone = node.agents.find("alice").orElseThrow();
        room.online("alice");

        node.returns.leave(gone);

        assertThat(room.released).isEmpty();
        assertThat(room.placesOf("alice")).containsExactly(id);
    }

    /** It is written down that the agent has gone, and nothing more. */
    private void goesAndTheNodeCrashes() {
        room.clock.advance(Duration.ofMinutes(1));
        node.agents.become(ALICE, "alice", Availability.OFFLINE, false);
    }

    private List<Agent.Place> places() {
        return node.agents.find("alice").orElseThrow().places();
    }

    private ConversationId dealt(String name) {
        var id = room.arrives(name);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(id, "alice")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.queue.all()).doesNotContain(id));
        return id;
    }
}
