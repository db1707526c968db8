package dev.pupitre.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.pupitre.bench.Report;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a further condition adds to an update by a unique key, and what it would cost to look for it. */
class ConditionalUpdateBench {
    private static final int DOCUMENTS = 20_000;
    private static final int UPDATES = 1_000;
    private static final int SEARCHES = 50;
    private static final int ROUNDS = 5;
    private static final double AIM = 1.5;

    @TempDir
    Path directory;

    private final Report report = new Report("conditional-updates");

    @Test
    void tellsWhatAConditionAdds() {
        try (StoreFixture store = StoreFixture.open(directory)) {
            MongoCollection<Document> documents = store.database().getCollection("documents");
            documents.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            documents.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(number -> new Document("_id", number)
                            .append("key", "k" + number)
                            .append("copy", "k" + number)
                            .append("state", "open"))
                    .toList());
            double[] byKey = new double[ROUNDS];
            double[] conditional = new double[ROUNDS];
            double[] searched = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                int at = Math.max(0, round);
                byKey[at] = micros(documents, UPDATES, number -> eq("key", "k" + number));
                conditional[at] =
                        micros(documents, UPDATES, number -> new Document("key", "k" + number).append("state", "open"));
                searched[at] = micros(documents, SEARCHES, number -> eq("copy", "k" + number));
            }
            tell(Report.median(byKey), Report.median(conditional), Report.median(searched));
        } finally {
            report.write();
        }
    }

    private void tell(double byKey, double conditional, double searched) {
        report.line("| one update among %,d documents | microseconds | ratio |", DOCUMENTS);
        report.line("|---|---|---|");
        report.line("| by its unique key | %.0f | 1 |", byKey);
        report.line(
                "| by its unique key, under a condition | %.0f | %.2f %s |",
                conditional, conditional / byKey, Report.verdict(conditional / byKey < AIM, "less than 1.5"));
        report.line("| by a field without an index | %.0f | %.1f |", searched, searched / byKey);
    }

    private static double micros(MongoCollection<Document> documents, int updates, IntFunction<Bson> query) {
        long start = System.nanoTime();
        for (int number = 0; number < updates; number++) {
            assertThat(documents
                            .updateOne(query.apply(number * 7919 % DOCUMENTS), inc("count", 1))
                            .getModifiedCount())
                    .isOne();
        }
        return (System.nanoTime() - start) / 1000.0 / updates;
    }
}
