package dev.pupitre.routing;

import static dev.pupitre.routing.RoutingRoom.CAPACITY;
import static dev.pupitre.routing.RoutingRoom.agent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.pupitre.identity.People;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisedAgentsTests {
    private static final UserId ALICE = new UserId("alice");

    private final RoutingRoom room = new RoutingRoom();
    private final People people = mock();
    private final LiveFeed feed = mock();
    private final RoutingRoom.Node node = room.node;
    private final SupervisedAgents supervised =
            new SupervisedAgents(people, node.agents, node.shifts, node.dealer, new Presences(feed));

    @BeforeEach
    void aliceAnswers() {
        given(people.find(any())).willReturn(Optional.empty());
        given(people.find(ALICE)).willReturn(Optional.of(new People.Person(ALICE, "Alice", Set.of(Role.AGENT))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anAgentSetAwayIsToldByWhom() {
        room.online("alice");

        var agent = supervised.become(ALICE, Availability.AWAY, agent("sofia"));

        assertThat(agent.presence()).isEqualTo(Availability.AWAY);
        then(feed)
                .should()
                .publish(argThat(event -> event.name().equals("supervised")
                        && event.audience().users().equals(Set.of(ALICE))
                        && event.data().toString().contains("sofia")));
    }

    @Test
    void aCapacityOfTheirOwnStaysWhenTheAgentComesBack() {
        room.online("alice");

        supervised.limit(ALICE, 7, agent("sofia"));
        room.offline("alice");
        var back = room.online("alice");

        assertThat(back.capacity()).isEqualTo(7);
        assertThat(back.free()).isEqualTo(7);
    }

    @Test
    void withoutALimitTheSettingCountsAgain() {
        room.online("alice");
        supervised.limit(ALICE, 0, agent("sofia"));
        assertThat(node.agents.find("alice").orElseThrow().free()).isZero();

        var agent = supervised.limit(ALICE, null, agent("sofia"));

        assertThat(agent.capacity()).isEqualTo(CAPACITY);
        assertThat(agent.free()).isEqualTo(CAPACITY);
    }

    @Test
    void whoAnswersNobodyIsNotFound() {
        assertThatExceptionOfType(SupervisedAgents.NobodyAnswers.class)
                .isThrownBy(() -> supervised.limit(new UserId("nadia"), 3, agent("sofia")));
    }
}
