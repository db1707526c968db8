package dev.pupitre.engine;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What a run notes about its broker process, for the next run to find should this one be killed. */
record BrokerRecord(long pid, Instant started, BrokerPorts ports) {
    /** A process id is used again some day: only the same start, read with the system's precision, is the same process. */
    private static final Duration PRECISION = Duration.ofSeconds(2);

    static BrokerRecord of(ProcessHandle process, BrokerPorts ports) {
        return new BrokerRecord(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), ports);
    }

    static Optional<BrokerRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(new BrokerRecord(
                    Long.parseLong(values.getProperty("pid")),
                    Instant.parse(values.getProperty("started")),
                    new BrokerPorts(
                            port(values, "grpc"),
                            port(values, "command"),
                            port(values, "internal"),
                            port(values, "rest"),
                            port(values, "monitoring"))));
        }
    }

    private static int port(Properties values, String name) {
        return Integer.parseInt(values.getProperty(name));
    }

    void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("started", started.toString());
        values.setProperty("grpc", Integer.toString(ports.grpc()));
        values.setProperty("command", Integer.toString(ports.command()));
        values.setProperty("internal", Integer.toString(ports.internal()));
        values.setProperty("rest", Integer.toString(ports.rest()));
        values.setProperty("monitoring", Integer.toString(ports.monitoring()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            values.store(writer, "The local Camunda broker");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> Duration.between(start, started).abs().compareTo(PRECISION) < 0)
                        .isPresent());
    }
}
