package dev.pupitre.story;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Where store and engine come from: containers where Docker runs, else the embedded store and the local broker. */
final class Backends {
    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final int GRPC = 26500;
    private static final int REST = 8080;

    private static final class Containers {
        static final MongoDBContainer MONGODB = new MongoDBContainer(DockerImageName.parse("mongo:8.0"));

        static final GenericContainer<?> CAMUNDA = new GenericContainer<>(
                        DockerImageName.parse("camunda/camunda:8.8.0"))
                .withEnv("CAMUNDA_DATA_SECONDARYSTORAGE_TYPE", "none")
                .withEnv("CAMUNDA_SECURITY_AUTHENTICATION_UNPROTECTEDAPI", "true")
                .withEnv("CAMUNDA_SECURITY_AUTHORIZATIONS_ENABLED", "false")
                .withExposedPorts(GRPC, REST)
                .waitingFor(Wait.forListeningPorts(GRPC));

        static List<String> settings() {
            MONGODB.start();
            CAMUNDA.start();
            return List.of(
                    "--spring.mongodb.uri=" + MONGODB.getReplicaSetUrl("pupitre"),
                    "--pupitre.engine.grpc-address=http://" + CAMUNDA.getHost() + ":" + CAMUNDA.getMappedPort(GRPC));
        }
    }

    private Backends() {}

    static List<String> settings() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            LOG.info("Docker runs: store and engine come from Testcontainers");
            return Containers.settings();
        }
        LOG.info("Docker does not run: the embedded store and the local broker are used");
        return List.of();
    }
}
