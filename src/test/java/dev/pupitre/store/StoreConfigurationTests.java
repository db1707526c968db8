package dev.pupitre.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.event.ConnectionPoolClosedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoreConfigurationTests {
    @TempDir
    Path directory;

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
                .withUserConfiguration(StoreConfiguration.class)
                .withPropertyValues("pupitre.store.directory=" + directory);
    }

    @Test
    void keepsDataFromOneStartToTheNextInLocalMode() {
        ApplicationContextRunner local = application().withPropertyValues("spring.profiles.active=local");

        local.run(context -> context.getBean(MongoClient.class)
                .getDatabase("pupitre")
                .getCollection("notes")
                .insertOne(new Document("_id", "yesterday")));

        local.run(context -> assertThat(context.getBean(MongoClient.class)
                        .getDatabase("pupitre")
                        .getCollection("notes")
                        .find())
                .extracting(note -> note.getString("_id"))
                .containsExactly("yesterday"));
    }

    @Test
    void closesTheClientBeforeTheServer() {
        AtomicInteger port = new AtomicInteger();
        AtomicBoolean serverAnswered = new AtomicBoolean();
        // The pool's end is told on the closing thread; the cluster's end is told later, on a thread of the driver.
        ConnectionPoolListener atTheClientsEnd = new ConnectionPoolListener() {
            @Override
            public void connectionPoolClosed(ConnectionPoolClosedEvent event) {
                // A busy machine may refuse a connection; a server that is gone refuses them all.
                serverAnswered.compareAndSet(false, IntStream.range(0, 10).anyMatch(_ -> answers(port.get())));
            }
        };

        application()
                .withPropertyValues("spring.profiles.active=local")
                .withBean(
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.applyToConnectionPoolSettings(
                                pool -> pool.addConnectionPoolListener(atTheClientsEnd)))
                .run(context -> port.set(portOf(context.getBean(MongoConnectionDetails.class))));

        assertThat(serverAnswered).isTrue();
        assertThat(answers(port.get())).isFalse();
    }

    @Test
    void leavesTheDatabaseNamedInTheSettingsAlone() {
        application()
                .withPropertyValues("spring.profiles.active=local", "spring.mongodb.uri=mongodb://127.0.0.1:1/pupitre")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedStore.class);
                    assertThat(context.getBean(MongoConnectionDetails.class)
                                    .getConnectionString()
                                    .getHosts())
                            .containsExactly("127.0.0.1:1");
                });
    }

    @Test
    void answersTheHealthCheck() {
        application()
                .withPropertyValues("spring.profiles.active=local")
                .run(context -> assertThat(new MongoHealthIndicator(context.getBean(MongoClient.class))
                                .health()
                                .getStatus())
                        .isEqualTo(Status.UP));
    }

    @Test
    void givesUpOnAStoreThatIsAwayWellBeforeMetaDoes() {
        application()
                .withUserConfiguration(StorePatience.class)
                .withPropertyValues("spring.mongodb.uri=mongodb://127.0.0.1:1/?connectTimeoutMS=1234")
                .run(context -> {
                    var builder = MongoClientSettings.builder();
                    context.getBeanProvider(MongoClientSettingsBuilderCustomizer.class)
                            .orderedStream()
                            .forEach(customizer -> customizer.customize(builder));
                    var settings = builder.build();
                    assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                            .isBetween(1L, 5L);
                    assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS))
                            .isBetween(1, 15);
                    assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                            .as("the address has the last word")
                            .isEqualTo(1234);
                });
    }

    @Test
    void isOffInServerMode() {
        application()
                .withPropertyValues("spring.profiles.active=server")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedStore.class));
    }

    private static int portOf(MongoConnectionDetails connection) {
        return new ServerAddress(connection.getConnectionString().getHosts().getFirst()).getPort();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
