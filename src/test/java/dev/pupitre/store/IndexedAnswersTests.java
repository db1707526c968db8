package dev.pupitre.store;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** With an index or without one, the same query has the same answer. */
class IndexedAnswersTests {
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);
    private static final IndexOptions SPARSE = new IndexOptions().unique(true).sparse(true);
    private static final ObjectId OBJECT_ID = new ObjectId();

    /** Whatever stands under the key, and the like of it. */
    static final List<Document> KEYS = asList(
            key("text"),
            key("Text"),
            key("^t"),
            key(1),
            key(1L),
            key(1.0),
            key(0.5),
            key(Long.MAX_VALUE),
            key(true),
            key(OBJECT_ID),
            key(OBJECT_ID.toHexString()),
            key(new Document("inner", 1)),
            key(new Document("inner", 2)),
            key(List.of("x", "y")),
            key(List.of("y", "x")),
            key("x"),
            key("z"),
            key(null),
            key(new Document("$eq", "text")),
            key(new Document("$ne", "text")),
            key(new Document("$gt", "a")),
            key(new Document("$exists", false)),
            key(new Document("$exists", true)),
            key(new Document("$regex", "^te")),
            key(new Document("$regex", "^[xy]$")),
            key(new Document("$in", List.of("text", 1, "nothing"))),
            key(new Document("$in", List.of("x", "y", "y"))),
            key(new Document("$in", asList("text", null))),
            key(new Document("$in", List.of())),
            key(new Document("$in", List.of("text")).append("$ne", "text")),
            key(new Document("$nin", List.of("text"))),
            key(new Document("$all", List.of("x", "y"))),
            key(new Document("$not", new Document("$eq", "text"))),
            new Document("$or", List.of(key("text"), key(1))),
            new Document("$and", List.of(key("text"), key("text"))),
            new Document("$and", List.of(key("text"), key(1))),
            new Document("$and", List.of(key("x"), key("y"))),
            new Document("$and", List.of(new Document("$and", List.of(key("text"))), key(new Document("$ne", 1)))),
            key(null).append("$and", List.of(key("text"))),
            new Document());

    static final List<Document> NESTED = asList(
            new Document("a.b", 1),
            new Document("a.b", 2),
            new Document("a.b", 3),
            new Document("a.b", 5),
            new Document("a.b", null),
            new Document("a.b", new Document("$in", List.of(1, 2, 3, 4))),
            new Document("a", new Document("b", 1)),
            new Document("a", null));

    static final List<Document> COMPOUND = asList(
            new Document("page", 1).append("mid", "m"),
            new Document("mid", "m").append("page", 1),
            new Document("page", 2).append("mid", "m"),
            new Document("page", 2).append("mid", "k"),
            new Document("page", 3).append("mid", "m"),
            new Document("page", 1).append("mid", null),
            new Document("page", null).append("mid", "m"),
            new Document("page", null).append("mid", null),
            new Document("page", 1).append("mid", new Document("$in", List.of("m", "k"))),
            new Document("page", new Document("$lt", 3)).append("mid", "m"),
            new Document("page", 1),
            new Document("mid", "m"));

    static final List<Document> ONE_ROOT = asList(
            new Document("a.b", 1).append("a.c", 1),
            new Document("a.b", 1).append("a.c", 2),
            new Document("a.b", 3).append("a.c", 3),
            new Document("a.b", 3).append("a.c", 1));

    @TempDir
    static Path directory;

    private static StoreFixture store;

    @BeforeAll
    static void fill() {
        store = StoreFixture.open(directory);
        List<Document> keys = List.of(
                key("text"),
                key(1),
                key(0.5),
                key(Long.MAX_VALUE),
                key(true),
                key(OBJECT_ID),
                key(new Document("inner", 1)),
                key(List.of("x", "y")));
        insert("unique", UNIQUE, keys, "key");
        insert("unique", UNIQUE, List.of(new Document("other", 1)), "key");
        insert("nulled", UNIQUE, keys, "key");
        insert("nulled", UNIQUE, List.of(key(null)), "key");
        insert("sparse", SPARSE, keys, "key");
        insert("sparse", SPARSE, List.of(new Document("other", 1), new Document("other", 2), key(null)), "key");
        List<Document> nested = List.of(
                new Document("a", new Document("b", 1)),
                new Document("a", List.of(new Document("b", 2), new Document("b", 3), new Document("c", 1))));
        insert("nested", UNIQUE, nested, "a.b");
        insert("nested", UNIQUE, List.of(new Document("a", new Document("b", List.of(4, 5)))), "a.b");
        List<Document> compound = List.of(
                new Document("page", 1).append("mid", "m"),
                new Document("page", 2).append("mid", List.of("m", "k")),
                new Document("page", 1),
                new Document("mid", "m"));
        insert("compound", UNIQUE, compound, "page", "mid");
        insert("sparsely", SPARSE, compound, "page", "mid");
        insert("sparsely", SPARSE, List.of(new Document("other", 1), new Document("other", 2)), "page", "mid");
        List<Document> oneRoot = List.of(
                new Document("a", new Document("b", 1).append("c", 1)),
                new Document("a", List.of(new Document("b", 3).append("c", 2), new Document("b", 2).append("c", 3))));
        insert("oneRoot", UNIQUE, oneRoot, "a.b", "a.c");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void holdsForOneField(Document query) {
        compare("unique", query);
        compare("nulled", query);
        compare("sparse", query);
    }

    @ParameterizedTest
    @FieldSource("NESTED")
    void holdsForAFieldOfAField(Document query) {
        compare("nested", query);
    }

    @ParameterizedTest
    @FieldSource("COMPOUND")
    void holdsForSeveralFields(Document query) {
        compare("compound", query);
        compare("sparsely", query);
    }

    @ParameterizedTest
    @FieldSource("ONE_ROOT")
    void holdsForSeveralFieldsOfOne(Document query) {
        compare("oneRoot", query);
    }

    private static void compare(String collection, Document query) {
        compareExactly(collection, query);
        for (String state : List.of("open", "closed")) {
            compareExactly(collection, new Document(query).append("state", state));
            compareExactly(collection, new Document("$and", List.of(query, new Document("state", state))));
            compareExactly(collection, new Document("state", state).append("$or", List.of(query)));
            Document first = new Document("state", new Document("$in", List.of(state)));
            first.putAll(query);
            compareExactly(collection, first);
        }
    }

    private static void compareExactly(String collection, Document query) {
        assertThat(indexed(collection).find(query))
                .as("%s in %s", query.toJson(), collection)
                .containsExactlyInAnyOrderElementsOf(plain(collection).find(query));
    }

    private static void insert(String collection, IndexOptions options, List<Document> documents, String... fields) {
        indexed(collection).createIndex(Indexes.ascending(fields), options);
        for (Document document : documents) {
            Document open = new Document(document).append("state", "open");
            indexed(collection).insertOne(open);
            plain(collection).insertOne(open);
        }
    }

    private static MongoCollection<Document> indexed(String name) {
        return store.database().getCollection(name);
    }

    private static MongoCollection<Document> plain(String name) {
        return store.database().getCollection(name + "-plain");
    }

    private static Document key(@Nullable Object value) {
        return new Document("key", value);
    }
}
