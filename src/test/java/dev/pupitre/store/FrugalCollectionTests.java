package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrugalCollectionTests {
    private static final int COUNT = 300;
    private static final Bson ODD = Filters.eq("odd", true);

    /** Many are equal in it. */
    private static final Bson BY_TENS = Sorts.descending("tens");

    @TempDir
    static Path directory;

    private static StoreFixture store;

    @BeforeAll
    static void fill() {
        store = StoreFixture.open(directory);
        Random random = new Random(7);
        documents()
                .insertMany(IntStream.range(0, COUNT)
                        .mapToObj(number -> new Document("_id", random.nextLong())
                                .append("number", number)
                                .append("tens", number / 10)
                                .append("odd", number % 2 == 1))
                        .toList());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,7", "3,7", "145,10", "149,1", "150,10", "0,150", "0,1000", "7,2147483647"})
    void findsTheFirstOnesAsIfAllHadBeenSorted(int skipped, int limit) {
        List<Document> all = documents().find(ODD).sort(BY_TENS).into(new ArrayList<>());
        assertThat(all).hasSize(COUNT / 2);

        List<Document> first =
                documents().find(ODD).sort(BY_TENS).skip(skipped).limit(limit).into(new ArrayList<>());

        assertThat(first)
                .containsExactlyElementsOf(
                        all.stream().skip(skipped).limit(limit).toList());
    }

    @Test
    void changesTheFirstOne() {
        Document changed = documents()
                .findOneAndUpdate(
                        ODD,
                        Updates.set("changed", true),
                        new FindOneAndUpdateOptions().sort(Sorts.descending("number")));

        assertThat(changed).containsEntry("number", COUNT - 1);
        assertThat(documents().find(Filters.eq("changed", true)))
                .extracting("number")
                .containsExactly(COUNT - 1);
    }

    private static MongoCollection<Document> documents() {
        return store.database().getCollection("documents");
    }
}
