package dev.pupitre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveFeedTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final Audience AGENTS = new Audience(Set.of(), Set.of(Role.AGENT));
    private static final Audience ALICE = new Audience(Set.of(new UserId("alice")), Set.of(Role.SUPERVISOR));

    private static LiveNode node;

    record Note(String text) {}

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = LiveNode.start(
                STORE.getConnectionString() + "/live", "pupitre.live.heartbeat=300ms", "pupitre.live.overlap=0s");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void showsAChangeToThoseItConcernsAndNobodyElse() {
        try (var alice = node.connect("alice AGENT");
                var bruno = node.connect("bruno AGENT");
                var sofia = node.connect("sofia SUPERVISOR")) {
            node.publish("message", new Note("for Alice and supervisors"), ALICE);
            node.publish("conversation", new Note("for agents"), AGENTS);
            node.publish("presence", new Note("for supervisors"), new Audience(Set.of(), Set.of(Role.SUPERVISOR)));

            assertThat(alice.dataUntil("conversation"))
                    .containsExactly("{\"text\":\"for Alice and supervisors\"}", "{\"text\":\"for agents\"}");
            assertThat(bruno.next().data()).isEqualTo("{\"text\":\"for agents\"}");
            assertThat(sofia.dataUntil("presence"))
                    .containsExactly("{\"text\":\"for Alice and supervisors\"}", "{\"text\":\"for supervisors\"}");
        }
    }

    @Test
    void givesABrowserThatComesBackWhatItMissed() {
        var alice = node.connect("alice AGENT");
        node.publish("conversation", new Note("seen"), AGENTS);
        var seen = alice.next();
        alice.close();
        node.publish("conversation", new Note("missed"), AGENTS);
        node.publish("end", new Note("end"), AGENTS);

        try (var back = node.reconnect("alice AGENT", seen.id())) {
            assertThat(back.dataUntil("end")).containsExactly("{\"text\":\"missed\"}", "{\"text\":\"end\"}");
        }
    }

    @Test
    void tellsABrowserThatWasAwayTooLongToLoadEverythingAgain() {
        try (var back = node.reconnect("alice AGENT", "1000000")) {
            assertThat(back.next()).returns("resync", EventStream.Event::name).returns("{}", EventStream.Event::data);
        }
    }

    @Test
    void tellsABrowserWithAForeignIdToLoadEverythingAgain() {
        try (var back = node.reconnect("alice AGENT", "not-an-id")) {
            assertThat(back.next().name()).isEqualTo("resync");
        }
    }

    @Test
    void keepsASilentConnectionOpenAndItsPlaceCurrent() {
        try (var nadia = node.connect("nadia ANALYST")) {
            var first = nadia.lastId();

            await().until(() -> nadia.beats() >= 2);

            assertThat(Long.parseLong(nadia.lastId())).isGreaterThan(Long.parseLong(first));
        }
    }

    @Test
    void endsTheStreamsOfASessionThatEnds() throws InterruptedException {
        try (var alice = node.connect("alice AGENT");
                var bruno = node.connect("bruno AGENT")) {
            node.context().publishEvent(new SessionEnded(alice.session()));

            assertThat(alice.endsWithin(10)).isTrue();
            node.publish("conversation", new Note("still there"), AGENTS);
            assertThat(bruno.next().data()).contains("still there");
        }
    }

    @Test
    void survivesAnEventThatCannotBeWritten() {
        try (var alice = node.connect("alice AGENT")) {
            Iterable<String> broken = () -> {
                throw new IllegalStateException("not to be read");
            };
            node.publish("conversation", broken, AGENTS);
            node.publish("conversation", new Note("after"), AGENTS);

            assertThat(alice.next().data()).contains("after");
        }
    }

    @Test
    void countsTheConnectionsThatAreOpen() {
        var gauge = node.context()
                .getBean(MeterRegistry.class)
                .get("pupitre.live.connections")
                .gauge();
        await().until(() -> gauge.value() == 0);

        var alice = node.connect("alice AGENT");
        assertThat(gauge.value()).isEqualTo(1);
        alice.close();

        await().until(() -> gauge.value() == 0);
    }
}
