package dev.pupitre.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** An embedded store of its own for a test, and a client of it. */
record StoreFixture(EmbeddedStore store, MongoClient client) implements AutoCloseable {
    static StoreFixture open(Path directory) {
        EmbeddedStore store = new EmbeddedStore(in(directory));
        return new StoreFixture(store, MongoClients.create(store.uri("crash")));
    }

    static StoreProperties in(Path directory) {
        return new StoreProperties(directory, false, DataSize.ofMegabytes(64), DataSize.ofMegabytes(64));
    }

    MongoDatabase database() {
        return client.getDatabase("crash");
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
