package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an index over several fields or without one, the same question has the same answer. */
class SortedIndexTests {
    private static final Bson INDEX = Indexes.compoundIndex(
            Indexes.ascending("state"), Indexes.descending("priority"), Indexes.ascending("at", "_id"));
    private static final Bson AS_SERVED =
            Sorts.orderBy(Sorts.descending("priority"), Sorts.ascending("at"), Sorts.ascending("_id"));
    private static final List<@Nullable Object> PRIORITIES = Arrays.asList(0, 1, -1, 2.5, -2.5, 10L, 1_000_000, null);

    @TempDir
    Path directory;

    private final Random random = new Random(11);
    private StoreFixture store;

    @BeforeEach
    void open() {
        store = StoreFixture.open(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void answersAsWithoutIt() {
        indexed().createIndex(INDEX);
        fill(400);

        compareAll();
    }

    @Test
    void isFilledWithWhatIsThereAlready() {
        fill(200);
        indexed().createIndex(INDEX);

        compareAll();
    }

    @Test
    void followsEveryChange() {
        indexed().createIndex(INDEX);
        fill(300);
        for (int number = 0; number < 300; number += 3) {
            var id = Filters.eq("_id", "d" + number);
            var change = number % 2 == 0 ? Updates.set("priority", number) : Updates.unset("at");
            both(collection -> collection.updateOne(id, change));
        }
        both(collection -> collection.deleteMany(Filters.mod("number", 5, 0)));

        compareAll();
    }

    @Test
    void isThereAfterARestart() {
        indexed().createIndex(INDEX);
        fill(100);
        store.close();
        store = StoreFixture.open(directory);
        both(collection -> collection.deleteOne(Filters.eq("_id", "d7")));

        compareAll();
    }

    @Test
    void leavesTheOrderOfListsToTheCollection() {
        indexed().createIndex(INDEX);
        fill(50);
        var list = new Document("_id", "list").append("state", "open").append("priority", List.of(3, -7));
        both(collection -> collection.insertOne(new Document(list)));
        compareAll();

        both(collection -> collection.deleteOne(Filters.eq("_id", "list")));
        compareAll();
    }

    @Test
    void canBeDroppedAndMadeAgain() {
        indexed().createIndex(INDEX, new IndexOptions().name("again"));
        fill(30);
        indexed().dropIndex("again");
        both(collection -> collection.deleteOne(Filters.eq("_id", "d3")));
        indexed().createIndex(INDEX, new IndexOptions().name("again"));

        compareAll();
    }

    private void compareAll() {
        for (var query : List.of(
                Filters.eq("state", "open"),
                Filters.in("state", "closed"),
                Filters.in("state", "open", "closed"),
                Filters.and(Filters.eq("state", "open"), Filters.eq("odd", true)),
                Filters.eq("state", "nothing"),
                new Document(),
                Filters.or(Filters.eq("state", "open"), Filters.eq("state", "closed")),
                Filters.or(
                        Filters.and(Filters.eq("state", "open"), Filters.in("priority", 0, 1, -1)),
                        Filters.and(Filters.in("state", "closed", "nothing"), Filters.eq("priority", 0))),
                Filters.and(
                        Filters.ne("odd", true),
                        Filters.or(Filters.in("state", "open", "open"), Filters.eq("state", "open"))),
                Filters.or(Filters.eq("state", "closed"), Filters.eq("odd", true)),
                Filters.or(Filters.in("state"), Filters.in("state", List.of())),
                Filters.or(Filters.eq("state", "open"), Filters.eq("state", null)))) {
            assertThat(indexed().countDocuments(query)).isEqualTo(plain().countDocuments(query));
            for (var skipped : List.of(0, 1, 17, 1_000)) {
                for (var limit : List.of(0, 1, 10)) {
                    compare(query, AS_SERVED, skipped, limit);
                    compare(query, Sorts.orderBy(Sorts.ascending("priority"), Sorts.ascending("_id")), skipped, limit);
                }
            }
        }
    }

    private void compare(Bson query, Bson order, int skipped, int limit) {
        assertThat(read(indexed(), query, order, skipped, limit))
                .as("%s from %d, %d", query, skipped, limit)
                .isEqualTo(read(plain(), query, order, skipped, limit));
    }

    private static List<Document> read(
            MongoCollection<Document> collection, Bson query, Bson order, int skipped, int limit) {
        return collection.find(query).sort(order).skip(skipped).limit(limit).into(new ArrayList<>());
    }

    private void fill(int count) {
        for (int number = 0; number < count; number++) {
            var document = new Document("_id", "d" + number)
                    .append("number", number)
                    .append("state", random.nextBoolean() ? "open" : "closed")
                    .append("odd", number % 2 == 1)
                    .append("priority", PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                    .append("at", Date.from(Instant.ofEpochSecond(random.nextInt(-20, 20))));
            both(collection -> collection.insertOne(new Document(document)));
        }
    }

    private void both(Consumer<MongoCollection<Document>> change) {
        change.accept(indexed());
        change.accept(plain());
    }

    private MongoCollection<Document> indexed() {
        return store.database().getCollection("indexed");
    }

    private MongoCollection<Document> plain() {
        return store.database().getCollection("plain");
    }
}
