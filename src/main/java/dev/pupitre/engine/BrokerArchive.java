package dev.pupitre.engine;

import dev.pupitre.kernel.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The broker's distribution as the build fetched it, unpacked the first time it is needed. */
class BrokerArchive {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerArchive.class);
    private static final String PREFIX = "camunda-zeebe-";
    private static final String SUFFIX = ".tar.gz";
    private static final int PROGRESS_STEP = 20;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path directory;

    BrokerArchive(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Refuses early what {@link #unpacked()} could not do. */
    void requirePresent() {
        if (home().isEmpty() && archive().isEmpty()) {
            throw new CannotStart("Expected the Camunda broker's distribution in " + directory
                    + ", but it is not there: start Pupitre once with ./mvnw spring-boot:run, which fetches it, "
                    + "or name a running Camunda 8 with pupitre.engine.grpc-address.");
        }
    }

    /** The unpacked distribution; the archive is deleted once it is whole. */
    Path unpacked() throws IOException {
        Files.createDirectories(directory);
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                LOG.trace("Holding {}", lock);
                Optional<Path> home = home();
                return home.isPresent() ? home.get() : unpack(archive().orElseThrow());
            }
        }
    }

    private Optional<Path> home() {
        return newest(path -> Files.isDirectory(path));
    }

    private Optional<Path> archive() {
        return newest(path -> path.toString().endsWith(SUFFIX));
    }

    private Optional<Path> newest(Predicate<Path> kind) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(kind)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a crash left half unpacked lies elsewhere than the whole thing, and is done again. */
    private Path unpack(Path archive) throws IOException {
        String name = archive.getFileName().toString().replace(SUFFIX, "");
        Path unfinished = directory.resolve("unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        LOG.info("Unpacking the Camunda broker (this happens once) ...");
        extract(archive, unfinished);
        Path home = Files.move(unfinished.resolve(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(archive);
        Files.delete(unfinished);
        return home;
    }

    private static void extract(Path archive, Path target) throws IOException {
        long size = Files.size(archive);
        int told = 0;
        try (GzipCompressorInputStream compressed =
                        new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive)));
                TarArchiveInputStream entries = new TarArchiveInputStream(compressed)) {
            for (TarArchiveEntry entry; (entry = entries.getNextEntry()) != null; ) {
                write(entry, entry.resolveIn(target), entries);
                int percent = (int) (100 * compressed.getCompressedCount() / size);
                if (percent >= told + PROGRESS_STEP) {
                    told = percent;
                    LOG.info("Unpacking the Camunda broker ... {} %", percent);
                }
            }
        }
    }

    private static void write(TarArchiveEntry entry, Path path, InputStream content) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            keepExecutable(entry, path);
        }
    }

    private static void keepExecutable(TarArchiveEntry entry, Path path) throws IOException {
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
