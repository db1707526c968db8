package dev.pupitre.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A MongoDB-compatible server inside the application, reachable from this machine only. */
class EmbeddedStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    /**
     * A connection has a thread to itself, so that one that waits for its commit holds up no other: more threads than
     * the driver's pool has connections by default (100) and uses to watch the server.
     */
    private static final int CONNECTION_THREADS = 128;

    private final MongoServer server;

    EmbeddedStore(StoreProperties properties) {
        server = new MongoServer(new DurableBackend(new StoreFile(properties).open(), properties.sync()));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, CONNECTION_THREADS);
        log.info(
                "The embedded store keeps its data in {}",
                properties.directory().toAbsolutePath());
    }

    /** The connection string of a database. */
    String uri(String database) {
        return server.getConnectionString() + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
