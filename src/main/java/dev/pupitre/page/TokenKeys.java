package dev.pupitre.page;

import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The keys that tokens are encrypted with: named by the environment, or in local mode made once and kept in a file. */
final class TokenKeys {
    private TokenKeys() {}

    static List<byte[]> named(List<Secret> keys) {
        return keys.stream()
                .map(key -> key.value().strip())
                .filter(key -> !key.isEmpty())
                .map(key -> read(key, "one of them"))
                .toList();
    }

    /** The key in this file, which only its owner may read; made when there is no such file. */
    static List<byte[]> keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return List.of(read(Files.readString(file).strip(), file.toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void make(Path file) throws IOException {
        var key = new byte[TokenCipher.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "key", "", ownerOnly());
        try {
            Files.writeString(whole, Base64.getEncoder().encodeToString(key) + "\n");
            Files.move(whole, file);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            Files.delete(whole);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] read(String key, String what) {
        try {
            var bytes = Base64.getDecoder().decode(key);
            if (bytes.length == TokenCipher.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the text, which is or was meant as a secret.
        }
        throw new CannotStart(
                "Expected PUPITRE_PAGE_TOKEN_KEYS to be keys of 32 bytes in base64, with commas between them (openssl rand -base64 32 makes one), but %s is not one"
                        .formatted(what));
    }
}
