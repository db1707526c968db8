package dev.pupitre.bench;

import dev.pupitre.Backends;
import dev.pupitre.PupitreApplication;
import dev.pupitre.story.DeskAgent;
import dev.pupitre.story.HttpSession;
import dev.pupitre.story.RunningPupitre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The processor time of a local engine so far. */
    Duration engineUsed() {
        return pupitre.process()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
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
        return lines("pupitre_live_events_total")
                .filter(line -> line.contains("\"local\""))
                .mapToLong(line -> (long) count(line))
                .sum();
    }

    /** Jobs that Pupitre was given so far, by their types. */
    Map<String, Double> jobs() {
        return counts("camunda_client_worker_job_activated_total", "type");
    }

    /** Messages that the engine took from Pupitre so far, by their names. */
    Map<String, Double> messages() {
        return counts("pupitre_engine_publish_taken_total", "message");
    }

    private Map<String, Double> counts(String metric, String label) {
        var value = Pattern.compile(label + "=\"([^\"]*)\"");
        return lines(metric)
                .collect(Collectors.toMap(
                        line -> value.matcher(line)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1),
                        Stand::count));
    }

    private Stream<String> lines(String metric) {
        return sandbox.get("/actuator/prometheus").text().lines().filter(line -> line.startsWith(metric + "{"));
    }

    private static double count(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** What lives in Pupitre's process, with its embedded store and sandbox, after a full collection. */
    double heapMegabytes() {
        run("jcmd", String.valueOf(pupitre.process().pid()), "GC.run");
        return lines("jvm_memory_used_bytes")
                        .filter(line -> line.contains("area=\"heap\""))
                        .mapToDouble(Stand::count)
                        .sum()
                / 1e6;
    }

    /** What Pupitre's process takes of the machine. */
    double residentMegabytes() {
        return Heap.resident(pupitre.process().pid()) / 1e6;
    }

    private static void run(String tool, String... arguments) {
        var command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", tool)
                                .toString()),
                        Stream.of(arguments))
                .toList();
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
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

    int total(String states) {
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
