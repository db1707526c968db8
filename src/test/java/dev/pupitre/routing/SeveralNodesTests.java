package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.campaign.CampaignChanged;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Nothing looks at anything from time to time here: what is given is given by what happens. */
class SeveralNodesTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);

    private final RoutingRoom room = new RoutingRoom(1);
    private final RoutingRoom.Node here = room.node;
    private final RoutingRoom.Node there = room.new Node();

    @BeforeEach
    void bothKnowTheQueueAsEmpty() {
        room.has(campaign("sales"));
        assertThat(here.queue.heads()).isEmpty();
        assertThat(there.queue.heads()).isEmpty();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aPlaceThatGetsFreeAtOneNodeIsGivenAtOnceToWhoWaitsAtAnother() {
        room.online("alice");
        var first = room.arrives(here, "first", MEMBERS, 0, null);
        isGiven(first, "alice");
        there.dealer.serveHere();
        var second = room.arrives(here, "second", MEMBERS, 0, null);

        room.over(first);
        there.routing.on(new ConversationEvent.Closed(first, new Party("alice", "Alice")));

        isGiven(second, "alice");
    }

    @Test
    void whoComesAtOneNodeIsGivenAtOnceWhatWaitsAtAnother() {
        var id = room.arrives(here, "c0", MEMBERS, 0, null);

        there.shifts.become(RoutingRoom.agent("alice"), Availability.ONLINE, false);

        isGiven(id, "alice");
    }

    @Test
    void whatWaitsForAnAgentIsGivenAtOnceToOthersWhenTheyLeave() {
        room.online("alice");
        room.online("bruno");
        isGiven(room.arrives(here, "first", new Pool(SALES, Pool.Kind.AGENT, "alice"), 0, null), "alice");
        room.answered.add(new ConversationId("first"));
        var second = room.arrives(here, "second", new Pool(SALES, Pool.Kind.AGENT, "alice"), 0, null);
        here.dealer.serveHere();
        assertThat(here.queue.all()).containsExactly(second);

        there.shifts.become(RoutingRoom.agent("alice"), Availability.AWAY, false);

        isGiven(second, "bruno");
    }

    @Test
    void whatWaitsForAnAgentIsGivenAtOnceToOthersWhenTheirBrowserVanishes() {
        there.shifts.become(RoutingRoom.agent("alice"), Availability.ONLINE, true);
        room.online("bruno");
        isGiven(room.arrives(here, "first", new Pool(SALES, Pool.Kind.AGENT, "alice"), 0, null), "alice");
        room.answered.add(new ConversationId("first"));
        var second = room.arrives(here, "second", new Pool(SALES, Pool.Kind.AGENT, "alice"), 0, null);
        room.clock.advance(Duration.ofMinutes(5));

        var alice = there.agents.find("alice").orElseThrow();
        there.shifts.vanish(alice, room.clock.instant().minusSeconds(60));

        isGiven(second, "bruno");
    }

    @Test
    void whatACampaignsChangeMakesPossibleIsDoneAtOnce() {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE));
        room.online("alice");
        var id = room.arrives(here, "c0", MEMBERS, 0, null);
        here.dealer.serveHere();
        assertThat(here.queue.all()).containsExactly(id);

        room.has(campaign("sales"));
        there.dealer.on(new CampaignChanged(SALES, false));

        isGiven(id, "alice");
    }

    @Test
    void aNodeThatHasNotHeardOfATransferDoesNotGiveItToThoseItWasForBefore() {
        room.has(new Team("nights", "Nights", Set.of("bruno")));
        room.has(new Team("billing", "Billing", Set.of("alice")));
        var nights = new Pool(SALES, Pool.Kind.TEAM, "nights");
        var id = room.arrives(here, "c0", nights, 0, null);
        here.dealer.serveHere();
        assertThat(here.queue.first(nights)).hasSize(1);

        // The other node hands it on, and queues it for another team.
        there.queue.remove(id);
        room.clock.advance(Duration.ofSeconds(1));
        var again = room.put(room.conversation(id, ConversationState.WAITING, 0, null, SALES));
        there.routing.enqueue(again, new Pool(SALES, Pool.Kind.TEAM, "billing"), null);
        here.agents.become(RoutingRoom.agent("bruno").id(), "bruno", Availability.ONLINE, false);
        here.dealer.serveHere();
        assertThat(room.given).isEmpty();

        room.online("alice");
        isGiven(id, "alice");
    }

    @Test
    void whatANodePutInAndDidNotTellBeforeItStoppedIsFoundByTheNextLook() {
        var id = new ConversationId("c0");
        var waiting = room.put(room.conversation(id, ConversationState.WAITING, 0, null, SALES));
        var entry = here.routing.entry(waiting, new RouteReader.Wanted(MEMBERS, 0, null));
        assertThat(there.queue.first(MEMBERS)).isEmpty();
        room.database.refuseAfter(1);
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> here.queue.add(entry));
        room.database.takeAgain();

        there.queue.tidy();

        assertThat(there.queue.heads())
                .singleElement()
                .satisfies(first -> assertThat(first).containsExactly(entry));
    }

    private void isGiven(ConversationId id, String agent) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(room.given).contains(new RoutingRoom.Gift(id, agent)));
        await().atMost(PATIENCE).until(() -> !room.node.queue.all().contains(id));
    }
}
