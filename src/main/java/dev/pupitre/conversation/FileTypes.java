package dev.pupitre.conversation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Tells what a file is by its first bytes; its name and what its sender said of it count only where these say no more.
 *
 * <p>Whoever sends a page of scripts as a picture is not believed.
 */
final class FileTypes {
    /** The first bytes of these do not tell whether there are pictures in them, or sound alone. */
    private static final Set<String> SOUND_OR_PICTURES = Set.of(
            "application/mp4",
            "application/ogg",
            "application/x-matroska",
            "video/mp4",
            "video/quicktime",
            "video/webm",
            "video/x-m4v",
            "video/3gpp");

    private static final Tika TIKA = new Tika();

    private FileTypes() {}

    /** The type, without parameters. */
    static String of(Path file, String name, @Nullable String told) throws IOException {
        try (InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(file))) {
            var found = TIKA.detect(in, name);
            var said = wellFormed(told);
            return isLeftOpen(found, said) ? said : found;
        }
    }

    private static boolean isLeftOpen(String found, String said) {
        return found.equals(MediaType.APPLICATION_OCTET_STREAM_VALUE)
                || (SOUND_OR_PICTURES.contains(found) && (said.startsWith("audio/") || said.startsWith("video/")))
                || (found.startsWith("audio/") && said.startsWith("audio/"));
    }

    private static String wellFormed(@Nullable String told) {
        if (told != null) {
            try {
                var type = MediaType.parseMediaType(told.split(";", 2)[0]);
                return type.getType() + "/" + type.getSubtype();
            } catch (InvalidMediaTypeException nonsense) {
                return MediaType.APPLICATION_OCTET_STREAM_VALUE;
            }
        }
        return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
}
