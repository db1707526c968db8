package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoCollection;
import dev.pupitre.kernel.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class StoreFileTests {
    @TempDir
    Path directory;

    @Test
    void saysThatAnotherProcessHasTheFileOpen() {
        StoreFile file = new StoreFile(StoreFixture.in(directory));
        try (MVStore open = file.open()) {
            assertThat(open.isClosed()).isFalse();

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new StoreFile(StoreFixture.in(directory)).open())
                    .withMessageContaining("Expected the store")
                    .withMessageContaining("but another process has it open");
        }
    }

    @Test
    void saysThatTheFileIsDamaged() throws Exception {
        Files.write(directory.resolve("pupitre.mv"), new byte[64 * 1024]);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new StoreFile(StoreFixture.in(directory)).open())
                .withMessageContaining("but it is damaged or of another format");
    }

    @Test
    void compactsAFileThatIsMostlyDead() {
        fillAndEmpty();
        long before = directory.resolve("pupitre.mv").toFile().length();

        StoreProperties eager =
                new StoreProperties(directory, false, DataSize.ofKilobytes(64), DataSize.ofMegabytes(1));
        new StoreFile(eager).open().close();

        assertThat(directory.resolve("pupitre.mv").toFile().length()).isLessThan(before / 2);
        try (StoreFixture fixture = StoreFixture.open(directory)) {
            assertThat(fixture.database().getCollection("messages").find())
                    .extracting(document -> document.getInteger("_id"))
                    .containsExactly(0);
        }
    }

    private void fillAndEmpty() {
        try (StoreFixture fixture = StoreFixture.open(directory)) {
            MongoCollection<Document> messages = fixture.database().getCollection("messages");
            messages.insertMany(IntStream.range(0, 2000)
                    .mapToObj(id -> new Document("_id", id).append("text", "x".repeat(1000)))
                    .toList());
            messages.deleteMany(new Document("_id", new Document("$gt", 0)));
        }
    }
}
