package dev.pupitre.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The changes this node knows of, and the browsers connected to it. */
@Component
class LocalFeed implements SmartLifecycle {
    private final RecentChanges recent;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final LiveProperties properties;
    private final WatchList watchList;
    private final JsonMapper json;
    private final Counter overruns;
    private volatile boolean running;

    LocalFeed(LiveProperties properties, WatchList watchList, JsonMapper json, Clock clock, MeterRegistry meters) {
        this.watchList = watchList;
        this.json = json;
        this.properties = properties;
        this.recent = new RecentChanges(properties.buffer(), properties.overlap(), clock);
        this.overruns = Counter.builder("pupitre.live.dropped")
                .description("Browsers that read too slowly and had to load everything again")
                .tag("reason", "slow-browser")
                .register(meters);
        Gauge.builder("pupitre.live.connections", connections, Set::size)
                .description("Browsers connected to this node")
                .register(meters);
    }

    /** Shows the change to whom it is for; what the nodes tell each other is shown to nobody. */
    void append(Change change) {
        if (change.isWatching()) {
            watchList.apply(json.readValue(change.json(), Watch.class));
            return;
        }
        var about = change.audience().about();
        show(about == null ? change : change.alsoFor(watchList.idsOf(about)));
    }

    /** Wakes only whom it concerns: many browsers are connected, and most changes are for a few of them. */
    private void show(Change change) {
        recent.append(change);
        for (var connection : connections) {
            if (change.endsSession() || change.isFor(connection.caller())) {
                connection.wake();
            }
        }
    }

    /** Serves a browser on the calling thread until it leaves or has to. */
    void serve(Connection connection, OptionalLong lastSeen) throws IOException {
        connections.add(connection);
        try {
            connection.begin(recent, lastSeen);
            connection.run(recent, properties, overruns, this::isRunning);
        } finally {
            connections.remove(connection);
        }
    }

    Set<Connection> connections() {
        return Set.copyOf(connections);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes before the web server waits for its last requests: these would not end by themselves. */
    @Override
    public void stop() {
        running = false;
        connections.forEach(Connection::wake);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
