package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.google.errorprone.annotations.FormatMethod;
import com.mongodb.client.MongoClients;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.store.RunningStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;

/**
 * How long it takes to give a conversation to an agent while 20,000 are open and nearly all of them wait, on the
 * embedded store with its data on disk.
 *
 * <p>The conversations' documents are as long as real ones, and an assignment changes them by the same condition; their
 * room itself is left out, and with it the engine.
 */
class AssignmentBench {
    private static final Path REPORT = Path.of("target", "bench", "assignment.md");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int OPEN = Integer.getInteger("bench.open", 20_000);
    private static final int AGENTS = 200;
    private static final int CAPACITY = 5;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2_000);
    private static final int A_SECOND = 20;
    private static final Duration NEVER = Duration.ofDays(1);

    private final Map<ConversationId, Long> begun = new ConcurrentHashMap<>();
    private final Histogram delays = new ConcurrentHistogram(3);
    private final List<RoutingRoom.Gift> given = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder report = new StringBuilder();

    @Test
    void tellsHowLongAnAssignmentTakes(@TempDir Path directory) throws Exception {
        try (var store = new RunningStore(directory);
                var client = MongoClients.create("mongodb://127.0.0.1:" + store.port())) {
            var mongo = TestDatabase.template(client);
            var room = routing(mongo);
            var memory = usedMemory();
            line(
                    "| %,d open, %d agents with %d places each | a second | p50, ms | p99, ms | longest, ms |",
                    OPEN, AGENTS, CAPACITY);
            line("|---|---|---|---|---|");
            open(mongo, room);
            fill(room);
            freedPlaces(room);
            arrivals(mongo, room);
            line("");
            line("Heap in use after a collection: %d MB before, %d MB after.", memory, usedMemory());
            Files.createDirectories(REPORT.getParent());
            Files.writeString(REPORT, report);
        }

        assertThat(REPORT).isNotEmptyFile();
    }

    private record Room(Agents agents, WaitingQueue queue, Routing routing, Conversations conversations) {}

    private Room routing(MongoTemplate mongo) {
        var clock = Clock.systemUTC();
        var properties =
                new RoutingProperties(CAPACITY, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, Duration.ofMinutes(2), NEVER);
        Campaigns campaigns = mock(withSettings().stubOnly());
        given(campaigns.find(any()))
                .willReturn(Optional.of(CampaignFixture.campaign("default").build()));
        Teams teams = mock(withSettings().stubOnly());
        Conversations conversations = mock(withSettings().stubOnly());
        given(conversations.deal(any(), any(), any()))
                .willAnswer(call -> deal(mongo, call.getArgument(0), call.getArgument(1)));
        given(conversations.get(any())).willAnswer(call -> conversation(call.getArgument(0), ConversationState.CLOSED));
        var agents = new Agents(mongo, properties, clock);
        var queue = new WaitingQueue(mongo);
        var admissions = new Admissions(mongo);
        var presences = new Presences(mock(LiveFeed.class, withSettings().stubOnly()));
        var choice = new Choice(campaigns, teams, properties, clock);
        var dealer = new Dealer(agents, queue, choice, conversations, admissions, presences, clock);
        var lastAgents = new LastAgents(mongo, conversations, properties, clock);
        var routing = new Routing(agents, queue, dealer, admissions, lastAgents, conversations, presences);
        mongo.indexOps("live").createIndex(new Index("conversationId", Sort.Direction.ASC).unique());
        return new Room(agents, queue, routing, conversations);
    }

    private Optional<Conversation> deal(MongoTemplate mongo, ConversationId id, UserId agent) {
        var changed = mongo.findAndModify(
                query(where("conversationId")
                        .is(id.value())
                        .and("state")
                        .is("WAITING")
                        .and("service.elsewhere")
                        .is(null)
                        .and("assignee._id")
                        .ne(agent.value())),
                new Update()
                        .set("state", "ASSIGNED")
                        .set("assignee", new Document("_id", agent.value()))
                        .inc("version", 1),
                FindAndModifyOptions.options().returnNew(true),
                Document.class,
                "live");
        if (changed == null) {
            return Optional.empty();
        }
        var start = begun.remove(id);
        if (start != null) {
            delays.recordValue((System.nanoTime() - start) / 1000);
        }
        given.add(new RoutingRoom.Gift(id, agent.value()));
        return Optional.of(conversation(id, ConversationState.ASSIGNED));
    }

    /** All wait before anybody is there. */
    private void open(MongoTemplate mongo, Room room) {
        var batch = new ArrayList<Document>();
        for (int number = 0; number < OPEN; number++) {
            batch.add(document("c" + number));
            if (batch.size() == 500) {
                mongo.insert(batch, "live");
                batch.clear();
            }
        }
        mongo.insert(batch, "live");
        var entries =
                IntStream.range(0, OPEN).mapToObj(number -> entry("c" + number)).toList();
        for (int from = 0; from < OPEN; from += 500) {
            mongo.insert(entries.subList(from, Math.min(OPEN, from + 500)), "waiting");
        }
        room.queue.add(entries.getFirst());
    }

    private void fill(Room room) {
        var start = System.nanoTime();
        for (int number = 0; number < AGENTS; number++) {
            var id = new UserId("agent-" + number);
            room.agents.become(id, id.value(), Availability.ONLINE, false);
        }
        room.routing.drain();
        var places = AGENTS * CAPACITY;
        await().atMost(PATIENCE).until(() -> given.size() == places);
        line("| all places filled | %.0f | | | |", places * 1e9 / (System.nanoTime() - start));
    }

    /** One place after the other gets free, and the next of those who wait has it. */
    private void freedPlaces(Room room) throws InterruptedException {
        var start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            var due = start + round * 1_000_000_000L / A_SECOND;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            var next = new ConversationId("c" + (AGENTS * CAPACITY + round));
            var gift = given.get(round);
            begun.put(next, System.nanoTime());
            room.routing.on(new ConversationEvent.Closed(gift.conversation(), new Party(gift.agent(), gift.agent())));
        }
        await().atMost(PATIENCE).until(begun::isEmpty);
        tell("a place gets free, to the next one given it");
    }

    /** One that is more urgent than all who wait arrives just before a place gets free. */
    private void arrivals(MongoTemplate mongo, Room room) throws InterruptedException {
        var start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            var due = start + round * 1_000_000_000L / A_SECOND;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            var name = "urgent-" + round;
            mongo.insert(document(name), "live");
            var gift = given.get(ROUNDS + round);
            begun.put(new ConversationId(name), System.nanoTime());
            room.queue.add(urgent(name));
            room.routing.release(gift.agent(), gift.conversation());
        }
        await().atMost(PATIENCE).until(begun::isEmpty);
        tell("an urgent one arrives as a place gets free, to its being given");
    }

    private void tell(String what) {
        line(
                "| %s | %d | %.1f | %.1f | %.1f |",
                what,
                A_SECOND,
                delays.getValueAtPercentile(50) / 1000.0,
                delays.getValueAtPercentile(99) / 1000.0,
                delays.getMaxValue() / 1000.0);
        delays.reset();
    }

    private static QueueEntry entry(String name) {
        var id = new ConversationId(name);
        var at = Instant.EPOCH.plusSeconds(name.startsWith("c") ? Long.parseLong(name.substring(1)) : 0);
        return QueueEntry.of(id, Pool.members(RoutingRoom.DEFAULT), 0, at, at, null, null);
    }

    private static QueueEntry urgent(String name) {
        var now = Clock.systemUTC().instant();
        return QueueEntry.of(new ConversationId(name), Pool.members(RoutingRoom.DEFAULT), 10, now, now, null, null);
    }

    private static Document document(String name) {
        return new Document("_id", "m:100:" + name)
                .append("conversationId", name)
                .append("state", "WAITING")
                .append("version", 1)
                .append(
                        "messages",
                        IntStream.range(0, 10)
                                .mapToObj(number -> "x".repeat(150))
                                .toList());
    }

    private static Conversation conversation(ConversationId id, ConversationState state) {
        return ConversationFixture.conversation(id, state, 0, null, RoutingRoom.DEFAULT, Instant.EPOCH);
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024 / 1024;
    }

    @FormatMethod
    private void line(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        report.append(line).append('\n');
    }
}
