package dev.pupitre.store;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one file the embedded server keeps its data in. */
class StoreFile {
    private static final Logger log = LoggerFactory.getLogger(StoreFile.class);
    private static final int WASTEFUL_PERCENT = 50;

    private final Path path;
    private final long compactAbove;
    private final int cache;

    StoreFile(StoreProperties properties) {
        path = properties.directory().resolve("pupitre.mv").toAbsolutePath();
        compactAbove = properties.compactAbove().toBytes();
        cache = Math.toIntExact(properties.cache().toMegabytes());
    }

    /** Opens the file, smaller than it was if most of it had died; automatic commits would cut writes in two. */
    MVStore open() {
        createDirectory();
        MVStoreTool.compactCleanUp(path.toString());
        MVStore file = openAsItIs();
        if (!isWasteful(file)) {
            return file;
        }
        file.close();
        compact();
        return openAsItIs();
    }

    private void createDirectory() {
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new CannotStart("Expected to keep data in " + path.getParent() + ", but cannot create it: " + e, e);
        }
    }

    private MVStore openAsItIs() {
        try {
            return new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .cacheSize(cache)
                    .open();
        } catch (MVStoreException e) {
            throw new CannotStart(explanation(e), e);
        }
    }

    private String explanation(MVStoreException failure) {
        return switch (failure.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "Expected the store " + path + " to be free, but another process has it open: "
                        + "stop the other Pupitre, or give this one its own pupitre.local.directory.";
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "Expected the store " + path + " to be readable, but it is damaged or of another format ("
                        + failure.getMessage() + "): put a backup in its place, or move it away to start empty.";
            default -> "Expected to open the store " + path + ", but could not: " + failure.getMessage();
        };
    }

    private boolean isWasteful(MVStore file) {
        long size = file.getFileStore().size();
        long alive = size
                * file.getFileStore().getFillRate()
                / 100
                * file.getFileStore().getChunksFillRate()
                / 100;
        return size > compactAbove && alive < size * WASTEFUL_PERCENT / 100;
    }

    /** Copies what is alive to a new file that then takes the old one's place: a crash leaves the one or the other. */
    private void compact() {
        log.info("Compacting the store {} ({} MB)", path, megabytes());
        MVStoreTool.compact(path.toString(), false);
        log.info("Compacted the store to {} MB", megabytes());
    }

    private long megabytes() {
        return path.toFile().length() >> 20;
    }
}
