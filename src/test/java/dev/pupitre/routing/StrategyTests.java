package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);

    private final RoutingRoom room = new RoutingRoom(4);
    private int arrived;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void leastBusyPrefersWhoHasMostPlacesFree() {
        room.has(campaign("sales").by(Strategy.LEAST_BUSY));
        room.online("alice");
        next(MEMBERS, "alice");
        next(MEMBERS, "alice");
        room.online("bruno");

        next(MEMBERS, "bruno");
        next(MEMBERS, "bruno");
        next(MEMBERS, "alice");
    }

    @Test
    void roundRobinGivesEachInTurnHoweverBusyTheyAre() {
        room.has(campaign("sales")
                .by(Strategy.ROUND_ROBIN)
                .member("alice")
                .member("bruno")
                .member("chloe"));
        room.online("alice");
        room.online("bruno");
        room.online("chloe");

        next(MEMBERS, "alice");
        next(MEMBERS, "bruno");
        var third = next(MEMBERS, "chloe");
        next(MEMBERS, "alice");
        ends(third, "chloe");
        next(MEMBERS, "bruno");
        next(MEMBERS, "chloe");
    }

    @Test
    void longestIdlePrefersWhoWasGivenNothingForLongestByAnyCampaign() {
        room.has(campaign("sales").by(Strategy.LONGEST_IDLE));
        room.online("alice");
        next(MEMBERS, "alice");
        room.online("bruno");
        next(MEMBERS, "bruno");
        var other = room.arrives("other");
        await().atMost(PATIENCE)
                .until(() -> !room.placesOf("alice").isEmpty()
                        && room.placesOf("alice").size()
                                        + room.placesOf("bruno").size()
                                == 3);

        next(MEMBERS, room.placesOf("alice").contains(other) ? "bruno" : "alice");
    }

    @Test
    void linearTakesTheFirstOfTheMembersWhoHasRoom() {
        room.has(campaign("sales").by(Strategy.LINEAR).memberWith("bruno", 2).member("alice"));
        room.online("alice");
        room.online("bruno");

        next(MEMBERS, "bruno");
        next(MEMBERS, "bruno");
        next(MEMBERS, "alice");
    }

    @Test
    void expertisePrefersWhoHasItAndThenAnyone() {
        room.has(campaign("sales").by(Strategy.EXPERTISE).memberWith("alice", 4).member("bruno", "Refunds"));
        room.online("alice");
        room.online("bruno");

        for (int number = 0; number < 4; number++) {
            next(MEMBERS, "refunds", "bruno");
        }
        next(MEMBERS, "refunds", "alice");
    }

    @Test
    void stickyGivesACustomerBackToTheAgentWhoHadThemLast() {
        room.has(campaign("sales").by(Strategy.STICKY));
        room.online("alice");
        room.online("bruno");
        room.online("chloe");
        var id = new ConversationId("again");
        room.arrives("again", MEMBERS, 0);
        await().atMost(PATIENCE).until(() -> room.given.size() == 1);
        var first = room.given.getFirst().agent();
        ends(id, first);
        var back = room.conversation(id, ConversationState.WAITING, 0, null, SALES);
        room.put(back);

        room.node.routing.enqueue(back, MEMBERS, null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf(first)).containsExactly(id));
    }

    @Test
    void stickyTakesTheLeastBusyWhileThatAgentIsNotThere() {
        room.has(campaign("sales").by(Strategy.STICKY));
        room.online("bruno");
        room.node.lastAgents.remember(
                room.put(room.conversation(new ConversationId("c0"), ConversationState.CLOSED, 0, null, SALES))
                        .id(),
                "alice");

        room.arrives("c0", MEMBERS, 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("bruno")).hasSize(1));
    }

    @Test
    void stickyTakesTheLeastBusyWhileThatAgentHasNoRoom() {
        room.has(campaign("sales").by(Strategy.STICKY));
        room.online("alice");
        for (int number = 0; number < 4; number++) {
            next(MEMBERS, "alice");
        }
        room.online("bruno");
        room.node.lastAgents.remember(
                room.put(room.conversation(new ConversationId("again"), ConversationState.CLOSED, 0, null, SALES))
                        .id(),
                "alice");

        var again = room.arrives("again", MEMBERS, 0);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("bruno")).containsExactly(again));
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUND_ROBIN", "LONGEST_IDLE"})
    void turnsGoRoundExactlyAcrossNodesWhoseClocksDiffer(Strategy strategy) {
        try (var large = new RoutingRoom(20)) {
            large.has(campaign("sales")
                    .by(strategy)
                    .member("alice")
                    .member("bruno")
                    .member("chloe"));
            List.of("alice", "bruno", "chloe").forEach(large::online);
            var nodes = List.of(
                    large.node,
                    large.new Node(Clock.offset(large.clock, Duration.ofMinutes(-10))),
                    large.new Node(Clock.offset(large.clock, Duration.ofMinutes(10))));

            for (int number = 0; number < 30; number++) {
                var id = new ConversationId("c" + number);
                var waiting = large.put(large.conversation(id, ConversationState.WAITING, 0, null, SALES));
                var node = nodes.get(number % 2 + number % 7 % 2);
                node.queue.add(node.routing.entry(waiting, new RouteReader.Wanted(MEMBERS, 0, null)));
                node.dealer.serveHere();
                // Who came online has set off a drain of its own, which may have it in hand.
                var given = number + 1;
                await().atMost(PATIENCE).until(() -> large.given.size() == given);
            }

            var first =
                    large.given.stream().limit(3).map(RoutingRoom.Gift::agent).toList();
            assertThat(first).containsExactlyInAnyOrder("alice", "bruno", "chloe");
            for (int number = 0; number < 30; number++) {
                assertThat(large.given.get(number).agent()).as("turn " + number).isEqualTo(first.get(number % 3));
            }
        }
    }

    @Test
    void aTurnThatAnotherNodeHasGivenMeanwhileIsNotGivenAgain() {
        room.has(campaign("sales").by(Strategy.ROUND_ROBIN).member("alice").member("bruno"));
        room.online("alice");
        room.online("bruno");
        var seen = room.node.agents.find("alice").orElseThrow();
        next(MEMBERS, "alice");

        var now = room.clock.instant();
        var entry = QueueEntry.of(new ConversationId("other"), MEMBERS, 0, now, now, null, null);
        var campaign = room.node.choice.campaign(SALES);
        var late = new Plan.Gift(entry, seen, campaign, Plan.Turns.IN_THE_CAMPAIGN);

        assertThat(room.node.places.reserve(late, 1, null)).isEmpty();
        next(MEMBERS, "bruno");
    }

    @Test
    void linearFillsTheFirstBeforeTheSecondAcrossNodes() {
        room.has(campaign("sales")
                .by(Strategy.LINEAR)
                .member("chloe")
                .member("alice")
                .member("bruno"));
        List.of("alice", "bruno", "chloe").forEach(room::online);
        var nodes = List.of(room.node, room.new Node(), room.new Node());
        for (int number = 0; number < 9; number++) {
            var given = number + 1;
            room.arrives(nodes.get(number % 3), "c" + number, MEMBERS, 0, null);
            await().atMost(PATIENCE).until(() -> room.given.size() == given);
        }

        assertThat(room.given)
                .extracting(RoutingRoom.Gift::agent)
                .containsExactly("chloe", "chloe", "chloe", "chloe", "alice", "alice", "alice", "alice", "bruno");
    }

    @Test
    void allAtOnceGivesToNobodyAndLetsTheFirstClaim() {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE));
        room.online("alice");
        room.online("bruno");
        var shown = room.arrives("shown", MEMBERS, 9);

        next(Pool.members(RoutingRoom.DEFAULT), null, null);
        assertThat(room.node.queue.all()).containsExactly(shown);

        room.node.routing.claim(RoutingRoom.agent("bruno"), shown, true);
        assertThatExceptionOfType(Routing.TakenMeanwhile.class)
                .isThrownBy(() -> room.node.routing.claim(RoutingRoom.agent("alice"), shown, true))
                .withMessageContaining("bruno was faster");
        assertThat(room.placesOf("bruno")).contains(shown);
        assertThat(room.node.queue.all()).isEmpty();
    }

    @Test
    void aTeamsConversationsGoToTheTeamAlone() {
        room.has(campaign("sales").member("alice"));
        room.has(new Team("billing", "Billing", Set.of("bruno")));
        room.online("alice");
        room.online("bruno");
        var billing = new Pool(SALES, Pool.Kind.TEAM, "billing");

        for (int number = 0; number < 4; number++) {
            next(billing, "bruno");
        }
        var fifth = room.arrives("fifth", billing, 0);
        next(MEMBERS, "alice");

        assertThat(room.node.queue.all()).containsExactly(fifth);
    }

    @Test
    void anAgentsConversationsWaitForTheAgentAndGoToTheMembersOnceTheAgentHasLeft() {
        room.has(campaign("sales").member("bruno"));
        room.online("alice");
        room.online("bruno");
        var forAlice = new Pool(SALES, Pool.Kind.AGENT, "alice");
        for (int number = 0; number < 4; number++) {
            next(forAlice, "alice");
        }

        var waits = room.arrives("waits", forAlice, 0);
        next(MEMBERS, "bruno");
        assertThat(room.node.queue.all()).containsExactly(waits);
        room.node.agents.become(RoutingRoom.agent("alice").id(), "alice", Availability.OFFLINE, false);
        room.node.routing.drain();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.placesOf("bruno")).contains(waits));
    }

    private ConversationId next(Pool pool, String agent) {
        return next(pool, null, agent);
    }

    /** One more arrives; this agent, or any, is given it. */
    private ConversationId next(Pool pool, @Nullable String expertise, @Nullable String agent) {
        var name = "next-" + arrived++;
        var id = room.arrives(room.node, name, pool, 0, expertise);
        await().atMost(PATIENCE)
                .until(() ->
                        room.given.stream().anyMatch(gift -> gift.conversation().equals(id)));
        if (agent != null) {
            assertThat(room.given).contains(new RoutingRoom.Gift(id, agent));
        }
        await().atMost(PATIENCE).until(() -> !room.node.queue.all().contains(id));
        return id;
    }

    private void ends(ConversationId id, String agent) {
        room.over(id);
        room.node.routing.on(new ConversationEvent.Closed(id, new Party(agent, agent)));
    }
}
