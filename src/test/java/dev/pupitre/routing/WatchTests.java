package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
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
    private static final CampaignId SALES = new CampaignId("sales");
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

    @Test
    void givesToOthersWhatAMemberHasNotAnsweredWhoIsTakenOut() {
        room.has(campaign("sales").member("alice").member("bruno"));
        room.online("alice");
        var silent = dealt("silent", SALES);
        var answered = dealt("answered", SALES);
        room.answered.add(answered);

        room.has(campaign("sales").member("bruno"));
        watch.seeOff();
        watch.seeOff();

        assertThat(room.released).containsOnlyKeys(silent);
        assertThat(places()).singleElement().satisfies(place -> {
            assertThat(place.conversation()).isEqualTo(answered);
            assertThat(place.unattendedSince()).isNotNull();
        });
        assertThat(node.agents.find("alice").orElseThrow().presence()).isEqualTo(Availability.ONLINE);
    }

    @Test
    void seesOffWhoIsDisabledOrGoneAndKeepsNothingWithThem() {
        room.online("alice");
        var silent = dealt("silent");
        var answered = dealt("answered");
        room.answered.add(answered);
        room.online("bruno");
        given(people.find(ALICE)).willReturn(Optional.empty());

        watch.seeOff();

        assertThat(node.agents.find("alice").orElseThrow().presence()).isEqualTo(Availability.OFFLINE);
        assertThat(room.released).containsOnlyKeys(silent);
        assertThat(places()).extracting(Agent.Place::conversation).containsExactly(answered);
        assertThat(places()).extracting(Agent.Place::unattendedSince).doesNotContainNull();
        var next = room.arrives("next");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(next, "bruno")));
    }

    @Test
    void seesOffWhoIsNoAgentAnyMore() {
        room.online("alice");
        var silent = dealt("silent");
        given(people.find(ALICE)).willReturn(Optional.of(new People.Person(ALICE, "alice", Set.of(Role.ANALYST))));

        watch.seeOff();

        assertThat(room.released).containsOnlyKeys(silent);
        assertThat(places()).isEmpty();
    }

    @Test
    void takesNothingAwayWhenAMemberMayHaveLessThanTheyHave() {
        room.has(campaign("sales").memberWith("alice", 2));
        room.online("alice");
        var first = dealt("first", SALES);
        var second = dealt("second", SALES);

        room.has(campaign("sales").memberWith("alice", 1));
        watch.seeOff();
        var third = room.arrives("third", Pool.members(SALES), 0);
        node.dealer.serveHere();
        assertThat(places()).extracting(Agent.Place::conversation).containsExactlyInAnyOrder(first, second);

        ends(first);
        node.dealer.serveHere();
        assertThat(room.node.queue.all()).as("one is what they may have").containsExactly(third);
        ends(second);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(third, "alice")));
    }

    @Test
    void finishesWhatADisabledCampaignHasBegun() {
        room.has(campaign("sales").member("alice"));
        room.online("alice");
        var held = dealt("held", SALES);
        room.online("bruno");
        dealt("held-too", SALES);
        var waits = room.arrives("waits", Pool.members(SALES), 0);

        room.has(campaign("sales").member("alice").disabled());
        watch.seeOff();
        assertThat(places()).extracting(Agent.Place::conversation).contains(held);
        assertThat(room.released).isEmpty();

        ends(held);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(waits, "alice")));
    }

    @Test
    void leavesToEveryoneWhatWaitsInACampaignThatIsNotThereAnyMore() {
        room.has(campaign("sales").member("alice"));
        var waits = room.arrives("waits", Pool.members(SALES), 0);
        given(room.campaigns.find(SALES)).willReturn(Optional.empty());

        room.online("bruno");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).containsExactly(new RoutingRoom.Gift(waits, "bruno")));
    }

    private void ends(ConversationId id) {
        room.over(id);
        node.routing.on(new ConversationEvent.Closed(id, new Party("alice", "alice")));
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
        return dealt(name, RoutingRoom.DEFAULT);
    }

    private ConversationId dealt(String name, CampaignId campaign) {
        var id = room.arrives(name, Pool.members(campaign), 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(id, "alice")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.queue.all()).doesNotContain(id));
        return id;
    }
}
