package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class LocalBrokerTests {
    private static final BrokerPorts ANY = new BrokerPorts(0, 0, 0, 0, 0);

    @TempDir
    Path directory;

    @BeforeEach
    void pretendThatTheDistributionIsThere() throws IOException {
        Files.createDirectories(engine().resolve("camunda-zeebe-0"));
    }

    @Test
    void takesAFreePortForEachThatIsLeftOpen() {
        BrokerPorts ports = ANY.reserved();

        assertThat(List.of(ports.grpc(), ports.command(), ports.internal(), ports.rest(), ports.monitoring()))
                .doesNotContain(0)
                .doesNotHaveDuplicates();
        assertThat(ports.satisfy(ANY)).isTrue();
        assertThat(ports.satisfy(ports)).isTrue();
        assertThat(ports.satisfy(new BrokerPorts(1, 0, 0, 0, 0))).isFalse();
    }

    @Test
    void namesAPortThatAnotherProgramHas() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new LocalBroker(with(new BrokerPorts(other.getLocalPort(), 0, 0, 0, 0))))
                    .withMessageContaining("Expected port " + other.getLocalPort() + " to be free")
                    .withMessageContaining("pupitre.local.ports.grpc");
        }
        new LocalBroker(with(ANY)).close();
    }

    @Test
    void leavesADirectoryAloneThatAnotherApplicationUses() throws IOException {
        try (LocalBroker first = new LocalBroker(with(ANY))) {
            assertThat(first.grpc()).hasHost("127.0.0.1");

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> new LocalBroker(with(ANY)))
                    .withMessageContaining("another Pupitre uses it");
        }
        new LocalBroker(with(ANY)).close();
    }

    @Test
    void knowsItsProcessFromAnotherThatGotTheSameNumber() throws IOException {
        Path note = directory.resolve("process.properties");
        ProcessHandle self = ProcessHandle.current();
        BrokerRecord record = BrokerRecord.of(self, new BrokerPorts(1, 2, 3, 4, 5));

        record.write(note);

        assertThat(BrokerRecord.read(note)).contains(record);
        assertThat(record.process()).contains(self);
        assertThat(new BrokerRecord(self.pid(), record.started().minusSeconds(60), record.ports()).process())
                .isEmpty();
    }

    @Test
    void isOffWhereAnEngineIsNamed() {
        new ApplicationContextRunner()
                .withUserConfiguration(LocalBrokerConfiguration.class)
                .withPropertyValues(
                        "spring.profiles.active=local", "pupitre.engine.grpc-address=http://engine.example:26500")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalBroker.class));
    }

    private LocalProperties with(BrokerPorts ports) {
        return new LocalProperties(directory, engine(), DataSize.ofMegabytes(64), ports);
    }

    private Path engine() {
        return directory.resolve("engine");
    }
}
