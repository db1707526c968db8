package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BsonDocumentsTests {
    private static final Document EVERYTHING = new Document("_id", new ObjectId())
            .append("text", "où est ma commande ? 📦")
            .append("empty", "")
            .append("int", 1)
            .append("long", 1L << 40)
            .append("double", 0.1)
            .append("decimal", new Decimal128(new BigDecimal("0.10")))
            .append("yes", true)
            .append("none", null)
            .append("at", Instant.parse("2026-03-02T10:00:00.123Z"))
            .append("uuid", UUID.fromString("00000000-0000-0001-0000-000000000002"))
            .append("list", List.of(new Document("a", 1), "b", List.of()))
            .append("inner", new Document("deep", new Document("deeper", List.of(1, 2L, 3.0))));

    private static final Document NOTHING = new Document();

    private final BsonDocuments type = new BsonDocuments();

    @Test
    void readsWhatItWroteOneAfterTheOther() {
        var file = new WriteBuffer();
        type.write(file, EVERYTHING);
        type.write(file, NOTHING);
        type.write(file, EVERYTHING);

        var written = flipped(file);

        assertThat(type.read(written)).isEqualTo(EVERYTHING);
        assertThat(type.read(written)).isEqualTo(NOTHING);
        assertThat(type.read(written)).isEqualTo(EVERYTHING);
        assertThat(written.hasRemaining()).isFalse();
    }

    /** By what it says, pages are kept short and the cache within its size. */
    @Test
    void learnsHowMuchMemoryTheDocumentsOfACollectionTake() {
        var little = type.getMemory(NOTHING);
        var large = new Document("text", "a".repeat(20_000));

        for (int number = 0; number < 100; number++) {
            type.write(new WriteBuffer(), large);
        }

        assertThat(little).isLessThan(10_000);
        assertThat(type.getMemory(NOTHING)).isBetween(20_000, 200_000);
    }

    @Test
    void keepsTheOrderOfFieldsAndTheKindsOfNumbers() {
        var file = new WriteBuffer();
        type.write(file, EVERYTHING);

        var read = type.read(flipped(file));

        assertThat(read.keySet()).containsExactlyElementsOf(EVERYTHING.keySet());
        assertThat(read.get("int")).isInstanceOf(Integer.class);
        assertThat(read.get("long")).isInstanceOf(Long.class);
        assertThat(read.get("double")).isInstanceOf(Double.class);
    }

    @Test
    void readsWhatWasWrittenAsShipped() {
        var file = new WriteBuffer();
        new ObjectDataType().write(file, EVERYTHING);
        type.write(file, NOTHING);

        var written = flipped(file);

        assertThat(type.read(written)).isEqualTo(EVERYTHING);
        assertThat(type.read(written)).isEqualTo(NOTHING);
    }

    @Test
    void takesOverAFileThatWasWrittenAsShipped(@TempDir Path directory) {
        var path = directory.resolve("store").toString();
        try (var file = MVStore.open(path)) {
            MVMap<Object, Document> map = file.openMap("documents");
            IntStream.range(0, 500).forEach(number -> map.put(number, numbered(number)));
        }

        try (var file = MVStore.open(path)) {
            var map = open(file);
            IntStream.range(0, 500).filter(number -> number % 3 == 0).forEach(number -> map.put(number, NOTHING));
        }

        try (var file = MVStore.open(path)) {
            var map = open(file);
            assertThat(IntStream.range(0, 500).mapToObj(map::get))
                    .containsExactlyElementsOf(IntStream.range(0, 500)
                            .mapToObj(number -> number % 3 == 0 ? NOTHING : numbered(number))
                            .toList());
        }
    }

    private MVMap<Object, Document> open(MVStore file) {
        return file.openMap("documents", new MVMap.Builder<Object, Document>().valueType(type));
    }

    private static Document numbered(int number) {
        return EVERYTHING.clone().append("_id", number);
    }

    private static ByteBuffer flipped(WriteBuffer file) {
        var written = file.getBuffer().duplicate();
        written.flip();
        return written;
    }
}
