package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTests {
    private static final int ROUNDS = 3;
    private static final int WRITES_BEFORE_THE_KILL = 400;

    private final Set<String> inserted = new HashSet<>();
    private final Map<String, Integer> counted = new HashMap<>();

    @TempDir
    Path directory;

    @Test
    void keepsEveryAcknowledgedWriteWhenTheProcessIsKilledWhileWriting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round);

            try (StoreFixture fixture = StoreFixture.open(directory)) {
                MongoCollection<Document> messages = fixture.database().getCollection("messages");
                MongoCollection<Document> counters = fixture.database().getCollection("counters");

                assertThat(messages.distinct("_id", String.class)).containsAll(inserted);
                counted.forEach((counter, count) ->
                        assertThat(countOf(counters, counter)).isGreaterThanOrEqualTo(count));
                assertThatIndexAndDocumentsAgree(messages, round);
            }
        }
        assertThat(inserted).hasSizeGreaterThan(ROUNDS * WRITES_BEFORE_THE_KILL / 3);
    }

    private void writeUntilKilled(int round) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteLoad.class.getName(),
                        directory.toString(),
                        "round" + round)
                .redirectError(directory.resolve("writer.log").toFile())
                .start();
        try (BufferedReader acknowledgements = writer.inputReader()) {
            int writes = 0;
            for (String line; (line = acknowledgements.readLine()) != null; ) {
                if (note(line) && ++writes == WRITES_BEFORE_THE_KILL) {
                    writer.toHandle().destroyForcibly();
                }
            }
            assertThat(writes).isGreaterThanOrEqualTo(WRITES_BEFORE_THE_KILL);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private boolean note(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("inserted")) {
            return inserted.add(words[1]);
        }
        if (words[0].equals("counted")) {
            counted.put(words[1], Integer.valueOf(words[2]));
            return true;
        }
        return false;
    }

    private static int countOf(MongoCollection<Document> counters, String id) {
        Document counter = counters.find(Filters.eq("_id", id)).first();
        return counter == null ? 0 : counter.getInteger("count");
    }

    /** A commit that held half of a write would leave a key without its document, or a document without its key. */
    private static void assertThatIndexAndDocumentsAgree(MongoCollection<Document> messages, int round) {
        for (Document message : messages.find()) {
            String id = message.getString("_id");
            assertThat(messages.find(Filters.eq("mid", WriteLoad.mid(id))).first())
                    .isEqualTo(message);
        }
        IntStream.range(0, WriteLoad.WRITERS).forEach(writer -> {
            String prefix = "round" + round + "-" + writer + "-";
            int next = (int) messages.countDocuments(Filters.regex("_id", "^" + prefix));
            messages.insertOne(message(prefix + next, prefix + next));
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> messages.insertOne(message(prefix + "copy", prefix + next)))
                    .satisfies(
                            refusal -> assertThat(refusal.getError().getCode()).isEqualTo(11000));
        });
    }

    private static Document message(String id, String idOfMid) {
        return new Document("_id", id).append("mid", WriteLoad.mid(idOfMid));
    }
}
