package dev.pupitre;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Where the tests' store and engine come from: containers where Docker runs, else the embedded store and the local
 * broker. A MongoDB that {@code SPRING_MONGODB_URI} names comes before both.
 */
public final class Backends {
    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final int GRPC = 26500;
    private static final int REST = 8080;

    private static final class Docker {
        static final boolean RUNS = DockerClientFactory.instance().isDockerAvailable();

        static {
            LOG.info(
                    RUNS
                            ? "Docker runs: the tests' store and engine come from Testcontainers"
                            : "Docker does not run: the tests use the embedded store and the local broker");
        }
    }

    private static final class MongoDb {
        static final MongoDBContainer CONTAINER = new MongoDBContainer(DockerImageName.parse("mongo:8.0"));

        static {
            CONTAINER.start();
        }
    }

    private static final class Camunda {
        static final GenericContainer<?> CONTAINER = new GenericContainer<>(
                        DockerImageName.parse("camunda/camunda:8.9.23"))
                .withEnv("CAMUNDA_DATA_SECONDARY_STORAGE_TYPE", "none")
                .withEnv("CAMUNDA_SECURITY_AUTHENTICATION_UNPROTECTEDAPI", "true")
                .withEnv("CAMUNDA_SECURITY_AUTHORIZATIONS_ENABLED", "false")
                .withExposedPorts(GRPC, REST)
                .waitingFor(Wait.forListeningPort());

        static {
            CONTAINER.start();
        }
    }

    private Backends() {}

    /** A MongoDB for this database; none stands for the embedded store. */
    public static Optional<String> mongoDb(String database) {
        var named = System.getenv("SPRING_MONGODB_URI");
        if (named != null && !named.isBlank()) {
            return Optional.of(named);
        }
        return Docker.RUNS ? Optional.of(MongoDb.CONTAINER.getReplicaSetUrl(database)) : Optional.empty();
    }

    /** A Camunda engine's gRPC address; none stands for the local broker. */
    public static Optional<URI> engine() {
        return engine(GRPC);
    }

    /** The same engine's REST address. */
    public static Optional<URI> engineRest() {
        return engine(REST);
    }

    private static Optional<URI> engine(int port) {
        return Docker.RUNS
                ? Optional.of(URI.create(
                        "http://" + Camunda.CONTAINER.getHost() + ":" + Camunda.CONTAINER.getMappedPort(port)))
                : Optional.empty();
    }
}
