package dev.pupitre.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The command line that starts the broker on this JDK: what the distribution's {@code bin/broker} does, and small. */
class BrokerCommand {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String LOCALHOST = "127.0.0.1";

    /** Settings meant for this application; the broker reads the same names. */
    private static final Pattern OURS = Pattern.compile("(SPRING|SERVER|MANAGEMENT|LOGGING|CAMUNDA|ZEEBE)_");

    private final LocalProperties properties;
    private final BrokerPorts ports;
    private final Path data;
    private final Path log;

    BrokerCommand(LocalProperties properties, BrokerPorts ports) {
        this.properties = properties;
        this.ports = ports;
        Path directory = properties.directory().toAbsolutePath().normalize();
        data = directory.resolve("broker");
        log = directory.resolve("logs").resolve("broker.log");
    }

    Path log() {
        return log;
    }

    Process start(Path home) throws IOException {
        Files.createDirectories(data);
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("broker.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(line(home))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> OURS.matcher(name).lookingAt());
        builder.environment().putAll(settings());
        return builder.start();
    }

    private List<String> line(Path home) throws IOException {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            // Ctrl-C reaches every process of the terminal: the broker has to outlive the application's last words.
            line.addAll(List.of(SHELL.toString(), "-c", "trap '' INT HUP; exec \"$@\"", "broker"));
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx" + properties.memory().toMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Dapp.home=" + home,
                "-Dbasedir=" + data,
                "-Dlogging.config=" + logging(),
                "-classpath",
                home.resolve("config") + System.getProperty("path.separator") + home.resolve("lib") + "/*",
                "io.camunda.application.StandaloneBroker"));
        return line;
    }

    /** One log, on the console, which goes to our file; the distribution's own setting keeps a second one. */
    private Path logging() throws IOException {
        Path file = data.resolve("log4j2.xml");
        try (var content = new ClassPathResource("local-broker-log4j2.xml").getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** Sized for one desk on a developer's machine; a nearly full disk is told by the start, not by a silent halt. */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", LOCALHOST),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOCALHOST),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.grpc())),
                Map.entry("SERVER_ADDRESS", LOCALHOST),
                Map.entry("SERVER_PORT", Integer.toString(ports.rest())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", LOCALHOST),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(ports.monitoring())),
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "32MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB"),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "96MB"));
    }
}
