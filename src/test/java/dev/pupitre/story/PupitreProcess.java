package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.PupitreApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The application in a process of its own: it can be killed, and started again on the same data. */
final class PupitreProcess implements AutoCloseable {
    private static final Duration PATIENCE_WITH_ITS_START = Duration.ofMinutes(5);
    private static final int PATIENCE_WITH_ITS_END = 60;

    /** The time in which no broker can run. */
    interface BrokerAway extends AutoCloseable {
        @Override
        void close();
    }

    final URI base;
    private final Path directory;
    private final List<String> settings;
    private @Nullable Process process;

    /** An application that has no data yet. */
    PupitreProcess(String name, int port, String... more) {
        base = URI.create("http://localhost:" + port);
        directory = RunningPupitre.emptied(name);
        settings = new ArrayList<>(RunningPupitre.settings(directory, port));
        settings.addAll(Arrays.asList(more));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    /** Returns when it is ready for work; these settings hold until it ends. */
    void start(String... more) {
        launch(more);
        var http = new HttpSession(base);
        await().atMost(PATIENCE_WITH_ITS_START)
                .failFast("the application has ended", () -> !isRunning())
                .ignoreExceptions()
                .until(() -> http.get("/actuator/health").status() == 200);
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends the application alone, in the middle of what it does: its broker lives on. */
    void kill() {
        end(running().destroyForcibly());
    }

    /** Ends the application as the system does at a shutdown. */
    void stop() {
        var last = running();
        last.destroy();
        end(last);
        assertThat(broker()).as("the broker ends with the application").isEmpty();
    }

    /** Between two runs somebody gives the application a broker that knows nothing. */
    void loseBrokersData() {
        assertThat(isRunning()).as("the application runs").isFalse();
        try {
            FileSystemUtils.deleteRecursively(directory.resolve("broker"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the broker in the middle of what it does; the application starts it again. */
    void killBroker() {
        var broker = broker().orElseThrow();
        assertThat(broker.destroyForcibly()).isTrue();
        broker.onExit().join();
    }

    /** Kills the broker, and keeps any other from starting while its port is taken: until this is closed. */
    BrokerAway withoutBroker() {
        var port = Integer.parseInt(noted().orElseThrow().getProperty("monitoring"));
        killBroker();
        try {
            var taken = new ServerSocket();
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return () -> close(taken);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the health check says: the status of each part by its name, and the answer's own. */
    String health(String part) {
        return health().get("components").get(part).get("status").asString();
    }

    JsonNode health() {
        return new HttpSession(base).get("/actuator/health").json();
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
        broker().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void launch(String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                PupitreApplication.class.getName()));
        command.addAll(settings);
        command.addAll(Arrays.asList(more));
        try {
            Files.createDirectories(directory);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("application.log").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Expected the application to run, but it was not started");
        }
        return process;
    }

    private void end(Process ending) {
        try {
            assertThat(ending.waitFor(PATIENCE_WITH_ITS_END, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Optional<ProcessHandle> broker() {
        return noted().flatMap(note -> ProcessHandle.of(Long.parseLong(note.getProperty("pid"))))
                .filter(ProcessHandle::isAlive);
    }

    /** What the application noted of its broker. */
    private Optional<Properties> noted() {
        var note = directory.resolve("broker").resolve("process.properties");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try (var content = Files.newBufferedReader(note)) {
            var values = new Properties();
            values.load(content);
            return Optional.of(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
