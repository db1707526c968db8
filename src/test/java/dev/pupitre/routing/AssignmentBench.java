package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.pupitre.bench.Heap;
import dev.pupitre.bench.Report;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.store.RunningStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to give a conversation to an agent while 20,000 are open and nearly all of them wait, on the
 * embedded store with its data on disk, and whether memory grows with what was given.
 */
class AssignmentBench {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int OPEN = Integer.getInteger("bench.open", 20_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2_000);
    private static final int WARM_UP = 500;
    private static final int AGENTS = 200;
    private static final int CAPACITY = 5;
    private static final int A_SECOND = 20;
    private static final int AIM = 50;

    /** Part of what grows is the garbage collector's and the compiler's. */
    private static final double FLAT = 1.1;

    @TempDir
    Path directory;

    private final Report report = new Report("assignment");
    private int urgent;

    @BeforeEach
    void fewerThanThereAreToGive() {
        assertThat(OPEN).isGreaterThan(AGENTS * CAPACITY + WARM_UP + 2 * ROUNDS);
    }

    @Test
    void tellsHowLongAnAssignmentTakes() throws InterruptedException {
        try (var store = new RunningStore(directory);
                var client = MongoClients.create("mongodb://127.0.0.1:" + store.port())) {
            var room = new CrowdedRoom(TestDatabase.template(client), CAPACITY);
            room.fill(OPEN);
            report.line(
                    "| %,d open, %d agents with %d places each | a second | p50, ms | p99, ms | longest, ms | processor time each, ms |",
                    OPEN, AGENTS, CAPACITY);
            report.line("|---|---|---|---|---|---|");
            report.line("| all places filled at once | %.0f | | | | |", filled(room));
            paced(WARM_UP, _ -> room.closes());
            var before = heap();
            freedPlaces(room);
            var between = heap();
            arrivals(room);
            var after = heap();
            report.line("");
            report.line(
                    "Heap in use after a full collection: %.1f MB before, %.1f MB after %,d assignments, %.1f MB after %,d. %s",
                    before,
                    between,
                    ROUNDS,
                    after,
                    2 * ROUNDS,
                    Report.verdict(after < before * FLAT, "flat within a tenth"));
        } finally {
            report.write();
        }
    }

    private static double filled(CrowdedRoom room) {
        var start = System.nanoTime();
        room.come(AGENTS);
        var places = AGENTS * CAPACITY;
        await().atMost(PATIENCE).until(() -> room.assigned.get() == places);
        return places * 1e9 / (System.nanoTime() - start);
    }

    /** One place after the other gets free, and the one who has waited longest has it. */
    private void freedPlaces(CrowdedRoom room) throws InterruptedException {
        var next = room.assigned.get();
        var used = used();
        paced(ROUNDS, round -> {
            room.watch("c" + (next + round));
            room.closes();
        });
        await().atMost(PATIENCE).until(room::isAllGiven);
        tell(room, "a place gets free, to the next one's being given", used().minus(used));
    }

    /** One that is more urgent than all who wait arrives just before a place gets free. */
    private void arrivals(CrowdedRoom room) throws InterruptedException {
        var used = used();
        paced(ROUNDS, round -> {
            room.arrivesUrgently("u" + urgent++);
            room.closes();
        });
        await().atMost(PATIENCE).until(room::isAllGiven);
        tell(room, "an urgent one arrives as a place gets free, to its being given", used().minus(used));
    }

    /** At even intervals, however long each takes. */
    private static void paced(int rounds, IntConsumer round) throws InterruptedException {
        var start = System.nanoTime();
        for (int number = 0; number < rounds; number++) {
            var due = start + number * 1_000_000_000L / A_SECOND;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            round.accept(number);
        }
    }

    private void tell(CrowdedRoom room, String what, Duration used) {
        var p99 = room.delays.getValueAtPercentile(99) / 1000.0;
        report.line(
                "| %s | %d | %.1f | %.1f %s | %.1f | %.1f |",
                what,
                A_SECOND,
                room.delays.getValueAtPercentile(50) / 1000.0,
                p99,
                Report.verdict(p99 < AIM, "less than 50"),
                room.delays.getMaxValue() / 1000.0,
                used.toNanos() / 1e6 / ROUNDS);
        room.delays.reset();
    }

    /** Of everything here, the store and its client, the load and the garbage collector. */
    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double heap() {
        return Heap.now().megabytes();
    }
}
