package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

class ReturnsTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);

    private final RoutingRoom room = new RoutingRoom();

    @BeforeEach
    void aCampaignWhoseOffersStandForHalfAMinute() {
        room.has(campaign("sales").offering(30));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void takesBackWhatWasNotOpenedInTime() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.clock.advance(Duration.ofSeconds(29));
        room.node.returns.sweep();
        assertThat(room.placesOf("alice")).containsExactly(id);

        room.clock.advance(Duration.ofSeconds(2));
        room.node.returns.sweep();

        assertThat(room.placesOf("alice")).isEmpty();
        assertThat(room.released).containsEntry(id, Target.queue());
        assertThat(room.known.get(id)).returns(ConversationState.NEW, conversation -> conversation.state());
    }

    @Test
    void leavesWhatWasOpenedInTime() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");

        assertThat(room.node.returns.open(RoutingRoom.agent("alice").id(), id)).isTrue();
        room.clock.advance(Duration.ofMinutes(5));
        room.node.returns.sweep();

        assertThat(room.placesOf("alice")).containsExactly(id);
        assertThat(room.released).isEmpty();
    }

    @Test
    void leavesWhatWasAnsweredByAProgramThatOpensNothing() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.answered.add(id);

        room.clock.advance(Duration.ofMinutes(5));
        room.node.returns.sweep();

        assertThat(room.placesOf("alice")).containsExactly(id);
        assertThat(room.released).isEmpty();
    }

    @Test
    void offersItToTheNextAndNotToTheSameAgentAtOnce() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.clock.advance(Duration.ofSeconds(31));
        room.node.returns.sweep();
        waitsAgain(id);
        given("c1", MEMBERS, "alice");
        assertThat(room.node.queue.all()).contains(id);

        room.online("bruno");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("bruno")).containsExactly(id));
    }

    @Test
    void offersItToTheSameAgentAgainWhenThereIsNoOtherForLong() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.clock.advance(Duration.ofSeconds(31));
        room.node.returns.sweep();
        waitsAgain(id);

        room.clock.advance(Duration.ofMinutes(3));
        room.node.routing.drain();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("alice")).containsExactly(id));
    }

    @Test
    void refusesToOpenWhatWasTakenBack() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.clock.advance(Duration.ofSeconds(31));
        room.node.returns.sweep();

        assertThat(room.node.returns.open(RoutingRoom.agent("alice").id(), id)).isFalse();
    }

    @Test
    void givesBackToTheTeamItWasFor() {
        room.has(new Team("billing", "Billing", Set.of("alice")));
        room.online("alice");
        var id = given("c0", new Pool(SALES, Pool.Kind.TEAM, "billing"), "alice");

        room.offline("alice");

        assertThat(room.released).containsEntry(id, Target.team("billing"));
    }

    @Test
    void givesBackWhatIsNotAnsweredWhenTheAgentLeavesAndMarksTheRest() {
        room.online("alice");
        var silent = given("silent", MEMBERS, "alice");
        var answered = given("answered", MEMBERS, "alice");
        room.answered.add(answered);

        room.offline("alice");

        assertThat(room.released).containsOnlyKeys(silent);
        assertThat(room.placesOf("alice")).containsExactly(answered);
        assertThat(place("alice", answered).unattendedSince()).isNotNull();

        room.online("alice");
        assertThat(place("alice", answered).unattendedSince()).isNull();
    }

    @Test
    void finishesWhatACrashBrokeOff() {
        room.online("alice");
        var id = given("c0", MEMBERS, "alice");
        room.node.places.change(where("_id").is("alice"), id, new Update().set("places.$[place].returning", true));

        room.node.returns.sweep();

        assertThat(room.placesOf("alice")).isEmpty();
        assertThat(room.released).containsOnlyKeys(id);
    }

    @Test
    void waitsForAnAssignmentThatIsJustBeingMade() {
        room.online("alice");
        var id = new ConversationId("c0");
        var waiting = room.put(room.conversation(id, ConversationState.WAITING, 0, null, SALES));
        var now = room.clock.instant();
        var entry = QueueEntry.of(id, MEMBERS, 0, now, now, null, null);
        room.reserve("alice", entry);

        room.offline("alice");
        assertThat(room.placesOf("alice")).containsExactly(waiting.id());
        var alice = RoutingRoom.agent("alice").id();
        assertThat(room.conversations.deal(id, now, alice, "alice")).isPresent();
        room.node.returns.sweep();

        assertThat(room.placesOf("alice")).isEmpty();
        assertThat(room.released).containsOnlyKeys(id);
    }

    private Agent.Place place(String agent, ConversationId id) {
        return room.node.agents.find(agent).orElseThrow().place(id).orElseThrow();
    }

    private ConversationId given(String name, Pool pool, String agent) {
        var id = room.arrives(name, pool, 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf(agent)).contains(id));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.node.queue.all()).doesNotContain(id));
        return id;
    }

    /** As its process does after it was given back. */
    private void waitsAgain(ConversationId id) {
        var waiting = room.put(room.conversation(id, ConversationState.WAITING, 0, null, SALES));
        room.node.routing.enqueue(waiting, MEMBERS, null);
    }
}
