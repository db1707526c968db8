package dev.pupitre.store;

import java.net.URI;
import java.nio.file.Path;

/** The embedded store in the test's own process, which an application in another reaches over the network only. */
public final class RunningStore implements AutoCloseable {
    private final EmbeddedStore store;

    public RunningStore(Path directory) {
        store = new EmbeddedStore(StoreFixture.in(directory));
    }

    public int port() {
        return URI.create(store.uri("any")).getPort();
    }

    @Override
    public void close() {
        store.close();
    }
}
