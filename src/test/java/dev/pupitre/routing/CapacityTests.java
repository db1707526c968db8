package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
