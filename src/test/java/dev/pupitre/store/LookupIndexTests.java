package dev.pupitre.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupIndexTests {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    /** Has no list, so that {@link #LISTED} cannot be told of it: whoever looks at this document fails. */
    private static final Document TRAP = new Document("_id", "trap").append("key", "trap");

    /** Asked before all else. */
    private static final Bson LISTED = expr(new Document("$eq", List.of(new Document("$size", "$list"), 0)));

    @TempDir
    Path directory;

    private StoreFixture store;
    private MongoCollection<Document> documents;

    @BeforeEach
    void open() {
        store = StoreFixture.open(directory);
        documents = store.database().getCollection("documents");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsNothingButTheOneThatIsChangedUnderACondition() {
        documents.createIndex(Indexes.ascending("key"), UNIQUE);
        documents.insertMany(List.of(TRAP, listed("a", "waiting"), listed("b", "waiting")));

        assertThat(documents
                        .updateOne(and(LISTED, eq("key", "a"), eq("state", "waiting")), set("state", "assigned"))
                        .getModifiedCount())
                .isOne();
        assertThat(documents
                        .updateOne(and(LISTED, eq("key", "a"), eq("state", "waiting")), set("state", "assigned"))
                        .getMatchedCount())
                .isZero();
        assertThat(documents.findOneAndUpdate(
                        flat(LISTED, eq("_id", "b"), eq("state", "waiting")), set("state", "assigned")))
                .isNotNull();
        assertThat(documents.find(eq("state", "assigned"))).extracting("_id").containsExactlyInAnyOrder("a", "b");
        assertThat(documents.find(and(LISTED, in("key", "a", "b", "c"), eq("state", "assigned"))))
                .hasSize(2);
        assertThat(documents
                        .deleteMany(and(LISTED, eq("key", "a"), eq("state", "assigned")))
                        .getDeletedCount())
                .isOne();
    }

    @Test
    void readsNothingElseByACompoundIndexEither() {
        documents.createIndex(Indexes.ascending("key", "page"), UNIQUE);
        documents.insertMany(List.of(
                TRAP,
                listed("a", "waiting").append("page", 1),
                listed("b", "waiting").append("page", 1)));

        assertThat(documents.find(flat(LISTED, eq("page", 1L), eq("key", "b"), eq("state", "waiting"))))
                .extracting("_id")
                .containsExactly("b");
    }

    @Test
    void readsAllOfThemWithoutAnIndexToGoBy() {
        documents.createIndex(Indexes.ascending("key", "page"), UNIQUE);
        documents.insertMany(List.of(TRAP, listed("a", "waiting")));

        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> documents
                        .find(and(LISTED, eq("key", "a"), eq("state", "waiting")))
                        .into(new ArrayList<>()))
                .withMessageContaining("$size");
    }

    @Test
    void followsTheIndexedFieldToItsNewValue() {
        documents.createIndex(Indexes.ascending("key"), UNIQUE);
        documents.insertMany(List.of(listed("a", "waiting"), listed("b", "waiting")));

        documents.updateOne(and(eq("key", "a"), eq("state", "waiting")), set("key", "c"));

        assertThat(documents.find(and(eq("key", "a"), eq("state", "waiting")))).isEmpty();
        assertThat(documents.find(and(eq("key", "c"), eq("state", "waiting"))))
                .extracting("_id")
                .containsExactly("a");
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> documents.updateOne(and(eq("key", "c"), eq("state", "waiting")), set("key", "b")));
        assertThat(documents
                        .updateOne(and(eq("key", "b"), eq("state", "waiting")), set("key", "a"))
                        .getModifiedCount())
                .as("the old value is free")
                .isOne();
    }

    @Test
    void findsAgainAfterARestart() {
        documents.createIndex(Indexes.ascending("key"), UNIQUE);
        documents.insertMany(List.of(TRAP, listed("a", "waiting")));

        close();
        open();

        assertThat(documents.find(and(LISTED, eq("key", "a"), eq("state", "waiting"))))
                .extracting("_id")
                .containsExactly("a");
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> documents.insertOne(listed("a", "waiting").append("_id", "another")));
    }

    /** As Spring Data writes it, where the driver's own conditions stand in a list under {@code $and}. */
    private static Document flat(Bson... conditions) {
        Document flat = new Document();
        Stream.of(conditions)
                .map(condition -> Document.parse(condition.toBsonDocument().toJson()))
                .forEach(flat::putAll);
        return flat;
    }

    private static Document listed(String key, String state) {
        return new Document("_id", key)
                .append("key", key)
                .append("state", state)
                .append("list", List.of());
    }
}
