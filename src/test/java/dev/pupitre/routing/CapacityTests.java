package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.campaign.Strategy;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final CampaignId HELP = new CampaignId("help.fr");
    private static final int CAPACITY = 10;

    private final RoutingRoom room = new RoutingRoom(CAPACITY);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isNeverExceededWhenHundredsArriveAtOnceAtSeveralNodes() throws InterruptedException {
        room.has(campaign("sales").atMostPerAgent(3));
        room.has(campaign("help.fr").atMostPerAgent(5));
        var nodes = List.of(room.node, room.new Node(), room.new Node());
        var agents =
                IntStream.range(0, 12).mapToObj(number -> "agent-" + number).toList();
        agents.forEach(room::online);
        var together = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 300; number++) {
                var node = nodes.get(number % nodes.size());
                var pool = Pool.members(number % 2 == 0 ? SALES : HELP);
                var name = "c" + number;
                threads.execute(() -> {
                    awaitUninterruptibly(together);
                    room.arrives(node, name, pool, 0, null);
                });
            }
            together.countDown();
        }

        // Twelve agents take three of the one campaign and five of the other, and no more than that.
        await().atMost(PATIENCE).until(() -> room.given.size() == 12 * 8);
        nodes.forEach(node -> node.routing.drain());
        for (var agent : agents) {
            assertThat(room.node.agents.find(agent)).hasValueSatisfying(found -> {
                assertThat(found.free()).isEqualTo(CAPACITY - 8);
                assertThat(found.taken())
                        .containsEntry(Agent.key(SALES), 3)
                        .containsEntry(Agent.key(HELP), 5)
                        .hasSize(2);
                assertThat(found.places()).hasSize(8);
            });
        }
        assertThat(room.given).doesNotHaveDuplicates().hasSize(96);
        await().atMost(PATIENCE).until(() -> room.node.queue.all().size() == 300 - 96);
    }

    @ParameterizedTest
    @EnumSource(names = "ALL_AT_ONCE", mode = EnumSource.Mode.EXCLUDE)
    void isKeptByEveryStrategyForTheAgentAndForEachCampaign(Strategy strategy) throws InterruptedException {
        try (var small = new RoutingRoom(4)) {
            var agents =
                    IntStream.range(0, 6).mapToObj(number -> "agent-" + number).toList();
            for (var id : List.of("sales", "help.fr")) {
                var campaign = campaign(id).by(strategy).atMostPerAgent(3);
                agents.forEach(agent -> campaign.member(agent, agent.equals("agent-1") ? "refunds" : "sales"));
                small.has(campaign);
            }
            var nodes = List.of(small.node, small.new Node(), small.new Node());
            agents.forEach(small::online);
            var together = new CountDownLatch(1);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int number = 0; number < 120; number++) {
                    var node = nodes.get(number % nodes.size());
                    var pool = Pool.members(number % 2 == 0 ? SALES : HELP);
                    var name = "c" + number;
                    threads.execute(() -> {
                        awaitUninterruptibly(together);
                        small.arrives(node, name, pool, 0, "refunds");
                    });
                }
                together.countDown();
            }

            await().atMost(PATIENCE).until(() -> small.given.size() == 6 * 4);
            nodes.forEach(node -> node.dealer.serveHere());
            assertThat(small.given)
                    .doesNotHaveDuplicates()
                    .hasSize(6 * 4)
                    .extracting(RoutingRoom.Gift::conversation)
                    .doesNotHaveDuplicates();
            for (var agent : agents) {
                assertThat(small.node.agents.find(agent)).hasValueSatisfying(found -> {
                    assertThat(found.free()).isZero();
                    assertThat(found.places()).hasSize(4);
                    assertThat(found.taken().values()).allMatch(taken -> taken <= 3);
                });
            }
        }
    }

    @Test
    void hasExactlyOneWinnerAmongAllAgentsAtOnce() throws Exception {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE));
        var nodes = List.of(room.node, room.new Node(), room.new Node());
        var agents =
                IntStream.range(0, 30).mapToObj(number -> "agent-" + number).toList();
        agents.forEach(room::online);
        var id = room.arrives("shown", Pool.members(SALES), 0);
        var together = new CountDownLatch(1);
        var claims = new ArrayList<Future<Boolean>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < agents.size(); number++) {
                var node = nodes.get(number % nodes.size());
                var agent = RoutingRoom.agent(agents.get(number));
                claims.add(threads.submit(() -> {
                    together.await();
                    try {
                        return Dealer.isHeldBy(agent.getName(), node.routing.claim(agent, id, true));
                    } catch (Routing.TakenMeanwhile faster) {
                        return false;
                    }
                }));
            }
            together.countDown();
        }

        var winners = new ArrayList<Integer>();
        for (int number = 0; number < claims.size(); number++) {
            if (claims.get(number).get()) {
                winners.add(number);
            }
        }
        assertThat(winners).hasSize(1);
        var winner = agents.get(winners.getFirst());
        assertThat(room.given).containsExactly(new RoutingRoom.Gift(id, winner));
        assertThat(agents)
                .allSatisfy(agent -> assertThat(room.placesOf(agent))
                        .as(agent)
                        .isEqualTo(agent.equals(winner) ? List.of(id) : List.of()));
    }

    @Test
    void isNotExceededByClaimsWhereClaimingIsHowWorkIsGiven() throws Exception {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE).atMostPerAgent(3).memberWith("bruno", 5));
        var nodes = List.of(room.node, room.new Node(), room.new Node());
        List.of("alice", "bruno").forEach(room::online);
        var shown = IntStream.range(0, 20)
                .mapToObj(number -> room.arrives("c" + number, Pool.members(SALES), 0))
                .toList();
        var refused = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < shown.size(); number++) {
                var node = nodes.get(number % nodes.size());
                var agent = RoutingRoom.agent(number % 2 == 0 ? "alice" : "bruno");
                var id = shown.get(number);
                threads.execute(() -> {
                    try {
                        node.routing.claim(agent, id, true);
                    } catch (Routing.NoRoom full) {
                        refused.incrementAndGet();
                    }
                });
            }
        }

        assertThat(room.placesOf("alice")).hasSize(3);
        assertThat(room.placesOf("bruno")).hasSize(5);
        assertThat(refused).hasValue(20 - 3 - 5);
        assertThat(room.node.queue.all()).hasSize(20 - 3 - 5);
    }

    @Test
    void isAskedForWhateverAClaimSaysWhileNobodyHasIt() {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE).atMostPerAgent(1));
        List.of("alice", "bruno").forEach(room::online);
        var first = room.arrives("c1", Pool.members(SALES), 0);
        var second = room.arrives("c2", Pool.members(SALES), 0);
        room.node.routing.claim(RoutingRoom.agent("alice"), first, false);

        assertThatExceptionOfType(Routing.NoRoom.class)
                .isThrownBy(() -> room.node.routing.claim(RoutingRoom.agent("alice"), second, false));
        assertThat(room.placesOf("alice")).containsExactly(first);

        room.node.routing.claim(RoutingRoom.agent("bruno"), second, false);
        room.node.routing.claim(RoutingRoom.agent("alice"), second, false);
        assertThat(room.placesOf("alice"))
                .as("out of another agent’s hands, as somebody has decided it")
                .containsExactly(first, second);
    }

    @Test
    void isFilledUpAgainAndAgainUntilAllHaveBeenServed() throws InterruptedException {
        room.has(campaign("sales").atMostPerAgent(2));
        var nodes = List.of(room.node, room.new Node());
        List.of("alice", "bruno", "chloe").forEach(room::online);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 60; number++) {
                var node = nodes.get(number % nodes.size());
                var name = "c" + number;
                threads.execute(() -> room.arrives(node, name, Pool.members(SALES), 0, null));
            }
        }
        for (int served = 0; served < 60; served++) {
            var next = served;
            await().atMost(PATIENCE).until(() -> room.given.size() > next);
            assertThat(List.of("alice", "bruno", "chloe"))
                    .allSatisfy(agent -> assertThat(room.placesOf(agent)).hasSizeLessThanOrEqualTo(2));
            var gift = room.given.get(next);
            room.over(gift.conversation());
            var agent = new Party(gift.agent(), gift.agent());
            nodes.get(next % 2).routing.on(new ConversationEvent.Closed(gift.conversation(), agent));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.of("alice", "bruno", "chloe"))
                        .allSatisfy(agent -> assertThat(room.placesOf(agent)).isEmpty()));
        assertThat(room.node.agents.find("alice")).hasValueSatisfying(alice -> {
            assertThat(alice.free()).isEqualTo(CAPACITY);
            assertThat(alice.taken()).containsEntry(Agent.key(SALES), 0);
        });
    }

    @Test
    void isTheMembersOwnWhereItIsSet() {
        room.has(campaign("sales").atMostPerAgent(1).memberWith("alice", 3).member("bruno"));
        room.online("alice");
        room.online("bruno");
        room.online("chloe");

        IntStream.range(0, 6).forEach(number -> room.arrives("c" + number, Pool.members(SALES), 0));

        await().atMost(PATIENCE).until(() -> room.given.size() == 4);
        assertThat(room.placesOf("alice")).hasSize(3);
        assertThat(room.placesOf("bruno")).hasSize(1);
        assertThat(room.placesOf("chloe")).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
