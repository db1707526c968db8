package dev.pupitre.engine;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory of the broker's data, owned by one application at a time, with a note of the broker that works on it. */
class BrokerDirectory implements AutoCloseable {
    private final Path note;
    private final FileChannel owner;

    BrokerDirectory(LocalProperties properties) {
        Path data = data(properties);
        note = data.resolve("process.properties");
        try {
            Files.createDirectories(data);
            owner = FileChannel.open(data.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock() == null) {
                owner.close();
                throw new CannotStart("Expected " + data + " to be free, but another Pupitre uses it: "
                        + "stop that one, or give this one its own pupitre.local.directory.");
            }
        } catch (IOException e) {
            throw new CannotStart("Expected to keep the broker's data in " + data + ", but cannot: " + e, e);
        }
    }

    static Path data(LocalProperties properties) {
        return properties.directory().toAbsolutePath().normalize().resolve("broker");
    }

    /** The system lets go of the lock when the application dies, however it dies. */
    private @Nullable FileLock lock() throws IOException {
        try {
            return owner.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The broker that a killed run left, if it still lives. */
    Optional<BrokerRecord> left() {
        try {
            return BrokerRecord.read(note).filter(record -> record.process().isPresent());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    void note(BrokerRecord record) throws IOException {
        record.write(note);
    }

    /** To be closed after the broker has ended. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(note);
        owner.close();
    }
}
