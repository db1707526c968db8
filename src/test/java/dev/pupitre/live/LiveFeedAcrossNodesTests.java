package dev.pupitre.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedAcrossNodesTests {
    private static final Audience AGENTS = new Audience(Set.of(), Set.of(Role.AGENT));

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private String store = "";

    record Note(String text) {}

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
    void showsAChangeOnEveryNodeInOrder() {
        try (var first = LiveNode.start(store);
                var second = LiveNode.start(store)) {
            awaitAcquaintance(first, second);
            try (var alice = second.connect("alice AGENT");
                    var sofia = second.connect("sofia SUPERVISOR")) {
                IntStream.range(0, 2000).forEach(n -> first.publish("message", new Note("n" + n), AGENTS));
                first.publish("end", new Note("end"), new Audience(Set.of(), Set.of(Role.AGENT, Role.SUPERVISOR)));

                assertThat(alice.dataUntil("end"))
                        .hasSize(2001)
                        .startsWith("{\"text\":\"n0\"}", "{\"text\":\"n1\"}")
                        .endsWith("{\"text\":\"n1999\"}", "{\"text\":\"end\"}");
                assertThat(sofia.next().name()).isEqualTo("end");
            }
        }
    }

    @Test
    void tellsThoseWhoLookOnWhicheverNodeTheyAre() {
        var bruno = new Caller(new UserId("bruno"), "Bruno", Set.of(Role.AGENT));
        var alicesOnly = new Audience(Set.of(new UserId("alice")), Set.of(), "c-1");
        try (var first = LiveNode.start(store);
                var second = LiveNode.start(store)) {
            awaitAcquaintance(first, second);
            try (var brunos = second.connect("bruno AGENT")) {
                first.context().getBean(Watchers.class).look("c-1", bruno, false, null);
                assertThat(brunos.next().name()).isEqualTo("watchers");

                second.publish("message", new Note("for who looks"), alicesOnly);
                first.publish("end", new Note("end"), AGENTS);

                assertThat(brunos.dataUntil("end")).startsWith("{\"text\":\"for who looks\"}");
            }
        }
    }

    @Test
    void givesABrowserThatComesBackOnAnotherNodeWhatItMissed() {
        try (var first = LiveNode.start(store, "pupitre.live.overlap=200ms");
                var second = LiveNode.start(store, "pupitre.live.overlap=200ms")) {
            awaitAcquaintance(first, second);
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            var alice = first.connect("alice AGENT");
            first.publish("message", new Note("seen"), AGENTS);
            var seen = alice.next();
            alice.close();
            first.publish("message", new Note("missed on the first node"), AGENTS);
            second.publish("message", new Note("missed on the second"), AGENTS);

            try (var back = second.reconnect("alice AGENT", seen.id())) {
                first.publish("end", new Note("end"), AGENTS);

                assertThat(back.dataUntil("end"))
                        .contains("{\"text\":\"missed on the first node\"}", "{\"text\":\"missed on the second\"}")
                        .doesNotContain("{}");
            }
        }
    }

    @Test
    void aNodeThatJoinsTellsItsBrowsersToLoadWhatTheOthersDidNotWriteForIt() {
        try (var first = LiveNode.start(store)) {
            first.publish("message", new Note("nobody else was there"), AGENTS);

            try (var second = LiveNode.start(store, "pupitre.live.presence=1s");
                    var alice = second.connect("alice AGENT")) {
                assertThat(alice.next().name()).isEqualTo("resync");
            }
        }
    }

    @Test
    void aNodeThatIsAloneWritesNoChanges() {
        try (var only = LiveNode.start(store);
                var alice = only.connect("alice AGENT");
                var client = MongoClients.create(store)) {
            await().until(() ->
                    client.getDatabase("live").getCollection("nodes").countDocuments() == 1);
            only.publish("message", new Note("local"), AGENTS);

            assertThat(alice.next().data()).contains("local");
            assertThat(client.getDatabase("live").getCollection("feed").countDocuments())
                    .isZero();
        }
    }

    @Test
    void deletesWhatAllNodesHaveReadAndWhatALostNodeLeftBehind() {
        try (var first = LiveNode.start(store, "pupitre.live.retention=1s");
                var second = LiveNode.start(store, "pupitre.live.retention=1s");
                var client = MongoClients.create(store)) {
            var database = client.getDatabase("live");
            database.getCollection("nodes")
                    .insertOne(new Document("_id", "lost")
                            .append("beat", 7L)
                            .append("batch", 1L)
                            .append("readers", new Document()));
            database.getCollection("feed").insertOne(new Document("_id", "lost:1").append("node", "lost"));
            awaitAcquaintance(first, second);
            first.publish("message", new Note("soon old"), AGENTS);

            await().untilAsserted(() -> {
                assertThat(ids(database, "feed")).isEmpty();
                assertThat(ids(database, "nodes")).hasSize(2).doesNotContain("lost");
            });
        }
    }

    @Test
    void endsAStreamOnAnotherNodeWhenItsSessionEnds() throws InterruptedException {
        try (var first = LiveNode.start(store);
                var second = LiveNode.start(store)) {
            awaitAcquaintance(first, second);
            try (var alice = second.connect("alice AGENT")) {
                first.context().publishEvent(new SessionEnded(alice.session()));

                assertThat(alice.endsWithin(10)).isTrue();
            }
        }
    }

    @Test
    void tellsItsBrowsersToLoadEverythingAgainWhenChangesOfAnotherNodeWereLost() {
        try (var first = LiveNode.start(store);
                var second = LiveNode.start(store);
                var client = MongoClients.create(store)) {
            awaitAcquaintance(first, second);
            try (var alice = second.connect("alice AGENT")) {
                await().until(() -> {
                    leaveOutABatch(client.getDatabase("live"));
                    return alice.nextWithin(Duration.ofMillis(50))
                            .filter(event -> event.name().equals("resync"))
                            .isPresent();
                });
            }
        }
    }

    private static void awaitAcquaintance(LiveNode first, LiveNode second) {
        awaitDelivery(first, second);
        awaitDelivery(second, first);
    }

    private static void awaitDelivery(LiveNode from, LiveNode to) {
        try (var admin = to.connect("admin ADMIN")) {
            await().until(() -> {
                from.publish("hello", new Note("hello"), new Audience(Set.of(), Set.of(Role.ADMIN)));
                return admin.nextWithin(Duration.ofMillis(100))
                        .filter(event -> event.name().equals("hello"))
                        .isPresent();
            });
        }
    }

    /** As a node does that could not write a batch: the number is gone, and the next beat tells it. */
    private static void leaveOutABatch(MongoDatabase database) {
        database.getCollection("nodes").updateMany(new Document(), new Document("$inc", new Document("batch", 5L)));
    }

    private static List<String> ids(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
