package dev.pupitre.bench;

import dev.pupitre.Backends;
import dev.pupitre.PupitreApplication;
import dev.pupitre.story.DeskAgent;
import dev.pupitre.story.HttpSession;
import dev.pupitre.story.RunningPupitre;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pupitre and the bare handler, each in a process and with a store of its own, the load, and an agent at the desk. */
final class Stand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stand.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final ServerProcess pupitre;
    final ServerProcess bare;
    final URI engine;
    final Load load = new Load();
    final DeskAgent agent;
    final HttpSession sandbox;

    private Stand(ServerProcess pupitre, ServerProcess bare, URI engine) {
        this.pupitre = pupitre;
        this.bare = bare;
        this.engine = engine;
        this.agent = DeskAgent.loggedIn(pupitre.base(), "alice");
        this.sandbox = new HttpSession(pupitre.base());
    }

    static Stand build() {
        var store = new ArrayList<String>();
        Backends.mongoDb("bench").ifPresent(uri -> store.add("--spring.mongodb.uri=" + uri));
        var engine = Backends.engine().map(String::valueOf);
        var grpc = RunningPupitre.freePort();
        var pupitre = server("pupitre", PupitreApplication.class, store, settings -> {
            settings.removeIf(setting -> setting.startsWith("--pupitre.local.ports.grpc="));
            settings.add("--pupitre.local.ports.grpc=" + grpc);
            settings.add("--pupitre.routing.capacity=100000");
            engine.ifPresent(address -> settings.add("--pupitre.engine.grpc-address=" + address));
        });
        var bare = server(
                "bare",
                BareHandler.class,
                store,
                settings -> settings.add("--spring.profiles.active=local," + BareHandler.PROFILE));
        return new Stand(pupitre, bare, URI.create(engine.orElse("http://localhost:" + grpc)));
    }

    private static ServerProcess server(String name, Class<?> main, List<String> store, Consumer<List<String>> more) {
        var port = RunningPupitre.freePort();
        var settings = new ArrayList<>(RunningPupitre.settings(RunningPupitre.emptied("bench-" + name), port));
        settings.addAll(store);
        more.accept(settings);
        return ServerProcess.start(name, main, port, settings);
    }

    /** New customers whose names Pupitre can ask for. */
    List<String> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> sandbox.post("/sandbox/api/customers", Map.of("name", "Customer " + number))
                        .json()
                        .get("id")
                        .asString())
                .toList();
    }

    /** What Pupitre has told browsers so far: two changes for each message that has come into its conversation. */
    long changes() {
        return sandbox.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("pupitre_live_events_total") && line.contains("\"local\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    void awaitChanges(long total) {
        Awaitility.await("all messages in their conversations")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> changes() >= total);
    }

    /** Gives the agent all that waits, resolves it, and leaves the desk empty with the agent away. */
    void clear() {
        agent.is("ONLINE");
        Awaitility.await("an empty desk").atMost(PATIENCE).until(() -> {
            try (var threads = Executors.newFixedThreadPool(4)) {
                assigned().forEach(id -> threads.execute(() -> agent.resolves(id)));
            }
            return total("NEW,WAITING,ASSIGNED,CLOSING") == 0;
        });
        agent.is("OFFLINE");
        LOG.info("The desk is empty");
    }

    List<String> assigned() {
        return agent.list("state=ASSIGNED&assignee=me&size=200").stream()
                .map(conversation -> conversation.get("id").asString())
                .toList();
    }

    private int total(String states) {
        return agent.http
                .get("/api/v1/conversations?size=1&state=" + states)
                .json()
                .get("total")
                .asInt();
    }

    @Override
    public void close() {
        load.close();
        bare.close();
        pupitre.close();
    }
}
