package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerArchiveTests {
    private static final String NAME = "camunda-zeebe-1.2.3";
    private static final int EXECUTABLE = 0755;
    private static final int PLAIN = 0644;

    @TempDir
    Path directory;

    @Test
    void unpacksFilesLinksAndRightsAndDeletesTheArchive() throws IOException {
        archive(NAME + "/bin/broker");

        Path home = new BrokerArchive(directory).unpacked();

        assertThat(home).isEqualTo(directory.resolve(NAME));
        assertThat(home.resolve("bin/broker")).hasContent("bin").isExecutable();
        assertThat(home.resolve("lib/broker.jar")).hasContent("lib");
        assertThat(Files.isExecutable(home.resolve("lib/broker.jar"))).isFalse();
        assertThat(home.resolve("lib/link.jar")).isSymbolicLink().hasContent("lib");
        assertThat(archivePath()).doesNotExist();
        assertThat(directory.resolve("unfinished")).doesNotExist();
    }

    @Test
    void startsAnewWhereACrashLeftItHalfUnpacked() throws IOException {
        archive(NAME + "/bin/broker");
        Path leftover = Files.createDirectories(directory.resolve("unfinished").resolve(NAME))
                .resolve("half");
        Files.createFile(leftover);

        Path home = new BrokerArchive(directory).unpacked();

        assertThat(home.resolve("half")).doesNotExist();
        assertThat(home.resolve("bin/broker")).exists();
    }

    @Test
    void unpacksNothingTwice() throws IOException {
        Path home = Files.createDirectories(directory.resolve(NAME));

        new BrokerArchive(directory).requirePresent();

        assertThat(new BrokerArchive(directory).unpacked()).isEqualTo(home).isEmptyDirectory();
    }

    @Test
    void saysHowToGetADistributionThatIsNotThere() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new BrokerArchive(directory.resolve("elsewhere")).requirePresent())
                .withMessageContaining("./mvnw spring-boot:run")
                .withMessageContaining("pupitre.engine.grpc-address");
    }

    @Test
    void writesNothingOutsideItsDirectory() throws IOException {
        archive("../outside");

        assertThatIOException().isThrownBy(() -> new BrokerArchive(directory).unpacked());

        assertThat(directory.resolve(NAME)).doesNotExist();
        assertThat(directory.resolve("outside")).doesNotExist();
    }

    private Path archivePath() {
        return directory.resolve(NAME + ".tar.gz");
    }

    private void archive(String executable) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(archivePath())))) {
            add(tar, executable, "bin", EXECUTABLE);
            add(tar, NAME + "/lib/broker.jar", "lib", PLAIN);
            TarArchiveEntry link = new TarArchiveEntry(NAME + "/lib/link.jar", TarConstants.LF_SYMLINK);
            link.setLinkName("broker.jar");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, String content, int mode) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
