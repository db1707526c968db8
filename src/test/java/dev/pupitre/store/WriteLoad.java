package dev.pupitre.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;

/** A program that writes from many threads until it is killed, and prints each write once it has been acknowledged. */
final class WriteLoad {
    static final int WRITERS = 8;
    private static final String PADDING = "x".repeat(500);

    private WriteLoad() {}

    public static void main(String[] arguments) {
        String round = arguments[1];
        StoreFixture fixture = StoreFixture.open(Path.of(arguments[0]));
        MongoCollection<Document> messages = fixture.database().getCollection("messages");
        MongoCollection<Document> counters = fixture.database().getCollection("counters");
        messages.createIndex(Indexes.ascending("mid"), new IndexOptions().unique(true));
        IntStream.range(0, WRITERS)
                .forEach(writer -> Thread.ofPlatform().start(() -> write(messages, counters, round, writer)));
    }

    private static void write(
            MongoCollection<Document> messages, MongoCollection<Document> counters, String round, int writer) {
        for (int number = 0; ; number++) {
            String id = round + "-" + writer + "-" + number;
            messages.insertOne(new Document("_id", id).append("mid", mid(id)).append("text", PADDING));
            acknowledge("inserted", id);

            Document counter = counters.findOneAndUpdate(
                    Filters.eq("_id", round + "-" + writer),
                    Updates.inc("count", 1),
                    new FindOneAndUpdateOptions().upsert(true));
            acknowledge(
                    "counted", round + "-" + writer + " " + (counter == null ? 1 : counter.getInteger("count") + 1));
        }
    }

    static String mid(String id) {
        return "m_" + id;
    }

    /** One write to the pipe, so that a line is there wholly or not at all. */
    private static void acknowledge(String kind, String what) {
        synchronized (WriteLoad.class) {
            System.out.print(kind + " " + what + "\n");
            System.out.flush();
        }
    }
}
