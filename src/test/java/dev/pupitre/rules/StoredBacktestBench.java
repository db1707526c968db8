package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.bench.Report;
import dev.pupitre.conversation.RecordedDecisions;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Measures a whole backtest, from its start to its end: the store, the decisions, the groups and the progress. */
class StoredBacktestBench {
    private static final int RECORDED = Integer.getInteger("bench.recorded", 10_000);
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Subject subject = TrialTests.subject(TableFile.of(TableName.ROUTING)
            .row(Map.of("text", "contains(?, \"refund\")"), "\"ai\"", "null", "null", "null", "0")
            .dmn());

    @Test
    void tellsHowLongABacktestTakes() {
        var report = new Report("stored-backtest");
        report.line(
                "| conversations, a quarter of them open | ms from start to end, the best of %d | all of them | the table alone, the best of %d |",
                ROUNDS, ROUNDS);
        report.line("|---|---|---|---|");
        try (var database = new TestDatabase();
                var context = new AnnotationConfigApplicationContext()) {
            fill(database.template());
            context.registerBean(MongoTemplate.class, database::template);
            context.register(RecordedDecisions.class);
            context.refresh();
            var versions = new TableVersions(database.template());
            var stored = new StoredBacktests(database.template(), Clock.systemUTC());
            var backtests = new Backtests(
                    stored, context.getBean(RecordedDecisions.class), versions, new TableCompiler(), Clock.systemUTC());
            var read = context.getBean(RecordedDecisions.class)
                    .page(null, RECORDED)
                    .items();
            var all = new ArrayList<Long>();
            var alone = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                all.add(millis(backtests));
                alone = Math.min(alone, alone(read, versions));
            }
            backtests.stop();
            report.line("| %d | %d | %s | %d |", RECORDED, Collections.min(all), all, alone);
        }
        report.write();
    }

    /** The same decisions, as they are in memory already. */
    private long alone(List<RecordedDecisions.Recorded> read, TableVersions versions) {
        var begun = System.nanoTime();
        var tally = new Tally(subject, new EarlierVersions(subject, versions, new TableCompiler()));
        read.forEach(tally::add);
        assertThat(tally.findings().decisions()).isEqualTo(read.size());
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private long millis(Backtests backtests) {
        var begun = System.nanoTime();
        var test = backtests.start(subject, Backtest.Tested.FILE, RECORDED, new UserId("nadia"));
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> backtests.find(TableName.ROUTING, test.id()).state() != Backtest.State.RUNNING);
        var done = backtests.find(TableName.ROUTING, test.id());
        assertThat(done.state()).isEqualTo(Backtest.State.DONE);
        assertThat(done.findings().decisions()).isEqualTo(RECORDED);
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private void fill(MongoTemplate mongo) {
        var open = new ArrayList<Document>();
        var over = new ArrayList<Document>();
        for (int at = 0; at < RECORDED; at++) {
            (at % 4 == 0 ? open : over).add(conversation(at));
        }
        insert(mongo, "live", open);
        insert(mongo, "recordings", over);
    }

    private static void insert(MongoTemplate mongo, String collection, List<Document> all) {
        for (int from = 0; from < all.size(); from += BATCH) {
            mongo.getCollection(collection).insertMany(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private Document conversation(int at) {
        var inputs = subject.compiled().headings().stream()
                .map(heading -> new Document("name", heading)
                        .append("value", heading.startsWith("Text") ? "my refund of order " + at : null))
                .toList();
        var decision = new Document("table", "routing")
                .append("version", 1)
                .append("row", 2)
                .append("outputs", new Document("priority", 0))
                .append("inputs", inputs)
                .append("at", Date.from(NOW));
        return new Document("_id", "c-%08d".formatted(at))
                .append("conversationId", "c-%08d".formatted(at))
                .append("lastActivityAt", Date.from(NOW.minusSeconds(at)))
                .append("course", new Document("decisions", List.of(decision)));
    }
}
