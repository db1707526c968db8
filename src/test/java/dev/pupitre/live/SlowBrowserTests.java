package dev.pupitre.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowBrowserTests {
    private static final Audience AGENTS = new Audience(Set.of(), Set.of(Role.AGENT));
    private static final int CHANGES = 1000;

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private String store = "";

    record Note(int number, String text) {}

    @BeforeEach
    void startStore() {
        server.bind("localhost", 0);
        store = server.getConnectionString() + "/live";
    }

    @AfterEach
    void stopStore() {
        server.shutdownNow();
    }

    @Test
    void doesNotHoldUpOthersAndLoadsEverythingAgain() throws IOException {
        try (var node = LiveNode.start(store, "pupitre.live.buffer=200");
                var slow = connectWithoutReading(node);
                var alice = node.connect("alice AGENT")) {
            publishTo(node, alice);

            var names = new BufferedReader(new InputStreamReader(slow.getInputStream(), UTF_8))
                    .lines()
                    .filter(line -> line.startsWith("event: "))
                    .takeWhile(line -> !line.equals("event: resync"))
                    .toList();
            assertThat(names).isNotEmpty().hasSizeLessThan(CHANGES);
            assertThat(node.context()
                            .getBean(MeterRegistry.class)
                            .get("pupitre.live.dropped")
                            .tag("reason", "slow-browser")
                            .counter()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void isDisconnectedWhenItDoesNotReadAtAll() throws IOException {
        try (var node = LiveNode.start(store, "pupitre.live.buffer=200", "server.tomcat.connection-timeout=1s");
                var dead = connectWithoutReading(node);
                var alice = node.connect("alice AGENT")) {
            publishTo(node, alice);

            var connections = node.context()
                    .getBean(MeterRegistry.class)
                    .get("pupitre.live.connections")
                    .gauge();
            await().until(() -> connections.value() == 1);
            assertThat(dead.isConnected()).isTrue();
        }
    }

    @Test
    void doesNotKeepTheNodeFromStopping() throws IOException {
        var node = LiveNode.start(store);
        try (var alice = node.connect("alice AGENT")) {
            var begin = Instant.now();
            node.close();

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(alice.lastId()).isNotEmpty();
        }
    }

    /** Waits for each change to reach the browser that reads: were it held up, its next event would not come. */
    private static void publishTo(LiveNode node, EventStream reader) {
        for (var number = 0; number < CHANGES; number++) {
            node.publish("message", new Note(number, "x".repeat(20_000)), AGENTS);
            assertThat(reader.next().data()).startsWith("{\"number\":" + number + ",");
        }
    }

    private static Socket connectWithoutReading(LiveNode node) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress("localhost", node.events().getPort()));
        socket.getOutputStream()
                .write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nX-Caller: bruno AGENT\r\n\r\n"
                        .getBytes(UTF_8));
        return socket;
    }
}
