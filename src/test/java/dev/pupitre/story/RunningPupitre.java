package dev.pupitre.story;

import dev.pupitre.Backends;
import dev.pupitre.CompanyProvider;
import dev.pupitre.NothingOfTests;
import dev.pupitre.PupitreApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The application in this process, once for all stories that do not kill it, with data of its own. */
public final class RunningPupitre {
    private static final Logger LOG = LoggerFactory.getLogger(RunningPupitre.class);
    private static final CompanyProvider COMPANY = new CompanyProvider();
    private static final Duration START = Duration.ofMinutes(3);

    private static final class Shared {
        static final RunningPupitre INSTANCE = start("shared");
    }

    final URI base;
    final ConfigurableApplicationContext context;

    private RunningPupitre(URI base, ConfigurableApplicationContext context) {
        this.base = base;
        this.context = context;
    }

    static RunningPupitre shared() {
        return Shared.INSTANCE;
    }

    private static RunningPupitre start(String name, String... more) {
        var directory = emptied(name);
        var port = freePort();
        var arguments = new ArrayList<>(settings(directory, port));
        Backends.mongoDb("pupitre").ifPresent(uri -> arguments.add("--spring.mongodb.uri=" + uri));
        Backends.engine().ifPresent(address -> arguments.add("--pupitre.engine.grpc-address=" + address));
        arguments.add("--pupitre.identity.oidc.issuer=" + COMPANY.issuer());
        arguments.add("--pupitre.identity.oidc.client-secret=between-us");
        arguments.add("--pupitre.identity.oidc.name=Ada & Co");
        arguments.addAll(Arrays.asList(more));
        var context = new SpringApplicationBuilder(PupitreApplication.class)
                .initializers(new NothingOfTests())
                .run(arguments.toArray(String[]::new));
        var running = new RunningPupitre(URI.create("http://localhost:" + port), context);
        running.awaitReady();
        return running;
    }

    public static List<String> settings(Path directory, int port) {
        return List.of(
                "--server.port=" + port,
                "--pupitre.local.directory=" + directory,
                "--pupitre.local.ports.grpc=0",
                "--pupitre.local.ports.command=0",
                "--pupitre.local.ports.internal=0",
                "--pupitre.local.ports.rest=0",
                "--pupitre.local.ports.monitoring=0",
                "--pupitre.privacy.settle=1s",
                // The agents of the stories call now and then only, and later still on a slow machine.
                "--pupitre.routing.vanish-after=1h");
    }

    private void awaitReady() {
        awaitReady(base);
        LOG.info("Pupitre is ready for the stories at {}", base);
    }

    public static void awaitReady(URI base) {
        var http = new HttpSession(base);
        Awaitility.await()
                .ignoreExceptions()
                .atMost(START)
                .until(() -> http.get("/actuator/health").status() == 200);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A directory of this name that holds nothing from an earlier run. */
    public static Path emptied(String name) {
        var directory = Path.of("target", "stories", name).toAbsolutePath();
        delete(directory);
        return directory;
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
