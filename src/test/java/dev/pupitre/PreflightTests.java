package dev.pupitre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class PreflightTests {
    @TempDir
    Path directory;

    @Test
    void letsAGoodMachinePass() {
        assertThatCode(() -> new Preflight().check(settings())).doesNotThrowAnyException();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertRefused(
                    settings().withProperty("server.port", Integer.toString(other.getLocalPort())),
                    "Expected port " + other.getLocalPort() + " to be free",
                    "SERVER_PORT");
        }
    }

    static List<InetAddress> loopbackAddresses() {
        return Preflight.loopbackAddresses();
    }

    @ParameterizedTest
    @MethodSource("loopbackAddresses")
    void refusesAPortThatIsTakenWhereverLocalhostMayLead(InetAddress address) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, address)) {
            assertRefused(
                    settings()
                            .withProperty("server.address", "127.0.0.1")
                            .withProperty("server.port", Integer.toString(other.getLocalPort())),
                    "Expected port " + other.getLocalPort() + " to be free",
                    "SERVER_PORT");
        }
    }

    @Test
    void refusesADiskThatIsNearlyFull() {
        assertRefused(
                settings().withProperty("pupitre.local.required-disk-space", "1000TB"),
                "MB of free disk space at " + directory,
                "PUPITRE_LOCAL_DIRECTORY");
    }

    @Test
    void refusesADirectoryThatCannotBeWrittenTo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertRefused(
                settings()
                        .withProperty(
                                "pupitre.local.directory", file.resolve("below").toString()),
                "Expected to keep data in " + file.resolve("below"),
                "PUPITRE_LOCAL_DIRECTORY");
    }

    @Test
    void asksNothingOfTheDiskInServerMode() {
        MockEnvironment server = settings().withProperty("pupitre.local.required-disk-space", "1000TB");
        server.setActiveProfiles("server");

        assertThatCode(() -> new Preflight().check(server)).doesNotThrowAnyException();
    }

    @Test
    void tellsARefusalInItsOneSentence(CapturedOutput output) {
        Throwable wrapped = new IllegalStateException("Failed to make a bean", new CannotStart("Expected A, but B."));

        assertThat(new CannotStartReporter().reportException(wrapped)).isTrue();
        assertThat(output.getErr()).isEqualToIgnoringNewLines("Expected A, but B.");
        assertThat(new CannotStartReporter().reportException(new IllegalStateException("A defect")))
                .isFalse();
    }

    private MockEnvironment settings() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("server.port", "0")
                .withProperty("pupitre.local.directory", directory.toString())
                .withProperty("pupitre.local.required-disk-space", "1MB");
        settings.setActiveProfiles("local");
        return settings;
    }

    private static void assertRefused(MockEnvironment settings, String what, String remedy) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Preflight().check(settings))
                .withMessageContaining(what)
                .withMessageContaining(remedy);
    }
}
