package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Target;
import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.Transfers.NotInTheirHands;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool NIGHTS = new Pool(SALES, Pool.Kind.TEAM, "nights");

    private final RoutingRoom room = new RoutingRoom();
    private final RoutingRoom.Node node = room.node;
    private final People people = mock();
    private final Transfers transfers =
            new Transfers(room.conversations, node.routing, room.campaigns, room.teams, people);

    @BeforeEach
    void aTeamOfNobodyWhoIsThere() {
        room.has(campaign("sales"));
        room.has(new Team("nights", "Nights", Set.of("bruno")));
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** A token of a program may answer, and nobody can hand anything to it. */
    @Test
    void refusesAProgramWhetherItIsTransferredOrAssigned() {
        var robot = new Person(new UserId("robot"), "Robot", Set.of(Role.AGENT), true);
        given(people.find(robot.id())).willReturn(Optional.of(robot));
        var id = room.arrives("c0", Pool.members(SALES), 0);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> transfers.agent("agent", "robot"))
                .withMessageContaining("Expected an agent, but there is none named robot");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> transfers.transfer(RoutingRoom.agent("chloe"), id, Target.agent(robot.id()), null))
                .withMessageContaining("Expected an agent, but there is none named robot");
        assertThat(node.queue.find(id)).isPresent();
        then(room.conversations).should(never()).release(any(), any(Target.class), any(), any());
    }

    @Test
    void takesOutTheWaitThatEnds() {
        var id = room.arrives("c0", Pool.members(SALES), 0);
        node.admissions.admit(SALES, id, 1);
        given(room.conversations.release(any(), any(Target.class), any(), any()))
                .willAnswer(
                        call -> Optional.of(room.put(room.conversation(id, ConversationState.NEW, 0, null, SALES))));

        transfer(id);

        assertThat(node.queue.find(id)).isEmpty();
        assertThat(node.admissions.all()).isEmpty();
    }

    @Test
    void keepsTheWaitThatItsProcessHasBegunMeanwhile() {
        var id = room.arrives("c0", Pool.members(SALES), 0);
        room.clock.advance(Duration.ofSeconds(1));
        given(room.conversations.release(any(), any(Target.class), any(), any()))
                .willAnswer(call -> {
                    var handedOn = room.conversation(id, ConversationState.NEW, 0, null, SALES);
                    node.admissions.admit(SALES, id, 1);
                    room.arrives("c0", NIGHTS, 0);
                    return Optional.of(handedOn);
                });

        transfer(id);

        assertThat(node.queue.find(id)).map(QueueEntry::whoFor).contains(NIGHTS);
        assertThat(node.queue.first(NIGHTS))
                .extracting(QueueEntry::conversation)
                .containsExactly(id);
        assertThat(node.admissions.all()).containsExactly(id);
    }

    @Test
    void takesNothingFromAnAgentWhoHasJustBeenGivenIt() {
        var id = room.arrives("c0", Pool.members(SALES), 0);
        var alice = new UserId("alice");
        given(room.conversations.release(any(), any(Target.class), any(), any()))
                .willAnswer(call -> {
                    node.routing.assign(alice, "Alice", id);
                    return Optional.empty();
                });

        assertThatExceptionOfType(NotInTheirHands.class).isThrownBy(() -> transfer(id));

        assertThat(room.placesOf("alice")).containsExactly(id);
    }

    private void transfer(ConversationId id) {
        transfers.transfer(RoutingRoom.agent("chloe"), id, Target.team("nights"), null);
    }
}
