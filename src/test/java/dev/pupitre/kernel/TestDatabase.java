package dev.pupitre.kernel;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** An empty database of the embedded store, in memory, with the application's own conversions. */
public final class TestDatabase implements AutoCloseable {
    private final Moody backend = new Moody();
    private final MongoServer server = new MongoServer(backend);
    private final Interruption interruption = new Interruption();
    private final MongoClient client;
    private final MongoTemplate template;

    public TestDatabase() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(interruption)
                .build());
        template = template(client);
    }

    /** For the database of any store. */
    public static MongoTemplate template(MongoClient client) {
        var factory = new SimpleMongoClientDatabaseFactory(client, "pupitre");
        var conversions = new KernelConfiguration().mongoCustomConversions();
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), context);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(factory, converter);
    }

    public MongoTemplate template() {
        return template;
    }

    /** From now on it answers as a store that goes down. */
    public void refuse() {
        backend.refuses = true;
    }

    /** Has this done before each command, by the thread that gives it, which goes on after that. */
    public void before(Runnable act) {
        interruption.act = act;
    }

    /** It takes so many more commands before it goes down: a node that stops in the middle. */
    public void refuseAfter(int commands) {
        backend.taken = commands;
    }

    /** How often it was asked for what is in a collection so far. */
    public long queries() {
        return backend.queries.get();
    }

    public boolean hasRefused() {
        return backend.hasRefused;
    }

    public void takeAgain() {
        backend.refuses = false;
        backend.taken = Integer.MAX_VALUE;
    }

    private static final class Interruption implements CommandListener {
        private final ThreadLocal<Boolean> underWay = ThreadLocal.withInitial(() -> false);
        private volatile Runnable act = () -> {};

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (!underWay.get()) {
                underWay.set(true);
                try {
                    act.run();
                } finally {
                    underWay.set(false);
                }
            }
        }
    }

    private static final class Moody extends MemoryBackend {
        private static final int SHUTDOWN_IN_PROGRESS = 91;

        private final AtomicLong queries = new AtomicLong();
        private volatile boolean refuses;
        private volatile int taken = Integer.MAX_VALUE;
        private volatile boolean hasRefused;

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (command.equalsIgnoreCase("find")) {
                queries.incrementAndGet();
            }
            if (!command.equalsIgnoreCase("ismaster") && (refuses || isOneTooMany())) {
                hasRefused = true;
                throw new MongoServerError(SHUTDOWN_IN_PROGRESS, "ShutdownInProgress", "The store goes down");
            }
            return super.handleCommand(channel, database, command, query);
        }

        private synchronized boolean isOneTooMany() {
            if (taken == Integer.MAX_VALUE) {
                return false;
            }
            return taken-- <= 0;
        }
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
