package dev.pupitre.bench;

import dev.pupitre.story.RunningPupitre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, so that the load's garbage is not its own and both servers run on the same JVM settings. */
record ServerProcess(URI base, Process process) implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(30);
    /** The collector is the one that a JVM takes by itself where it has a single processor; headers as in the image. */
    private static final List<String> JVM =
            List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    /** Further JVM settings of both, such as a flight recording; {@code %s} is the server's name. */
    private static final String MORE_JVM = System.getProperty("bench.jvm", "");

    static ServerProcess start(String name, Class<?> main, int port, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        if (!MORE_JVM.isBlank()) {
            command.addAll(List.of(MORE_JVM.formatted(name).split(" ")));
        }
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
        var base = URI.create("http://localhost:" + port);
        try {
            Files.createDirectories(PerformanceBench.DIRECTORY);
            var log = PerformanceBench.DIRECTORY.resolve(name + ".log").toFile();
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            RunningPupitre.awaitReady(base);
            return new ServerProcess(base, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Under Maven the JVM's own class path is a list in a file that may be gone for a second reader. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Processor time used so far, which the machine's other work does not change. */
    Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
