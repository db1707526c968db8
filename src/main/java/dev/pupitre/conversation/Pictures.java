package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.conversation.FileDownload.Downloaded;
import dev.pupitre.conversation.FileDownload.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Copies small pictures of people and posts, whose addresses at Meta expire. */
@Component
class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final long LARGEST = 2 << 20;

    private final FileDownload download;
    private final Files files;

    Pictures(FileDownload download, Files files) {
        this.download = download;
        this.files = files;
    }

    /** The id of the copy; empty when there is no picture to be had. */
    Optional<String> copy(String owner, String address) {
        try {
            Path temporary = java.nio.file.Files.createTempFile("pupitre-", ".picture");
            try {
                return keep(owner, temporary, download.read(address, temporary));
            } finally {
                java.nio.file.Files.deleteIfExists(temporary);
            }
        } catch (Refused | IOException untold) {
            LOG.debug("{} is shown without a new picture", owner, untold);
            return Optional.empty();
        }
    }

    private Optional<String> keep(String owner, Path picture, Downloaded read) throws IOException {
        var type = FileTypes.of(picture, read.name(), read.contentType());
        if (!type.startsWith("image/") || java.nio.file.Files.size(picture) > LARGEST) {
            return Optional.empty();
        }
        try (var in = java.nio.file.Files.newInputStream(picture)) {
            return Optional.of(files.store(idOf(owner, picture), "picture", type, in, LARGEST)
                    .id());
        }
    }

    /** An owner's same picture has the same id each time; another one gets its own, as earlier conversations show the old. */
    private static String idOf(String owner, Path picture) throws IOException {
        var seed = new ByteArrayOutputStream();
        seed.writeBytes(owner.getBytes(UTF_8));
        seed.write(0);
        java.nio.file.Files.copy(picture, seed);
        return UUID.nameUUIDFromBytes(seed.toByteArray()).toString();
    }
}
