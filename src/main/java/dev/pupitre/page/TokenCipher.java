package dev.pupitre.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts Page tokens and other secrets for the store: AES-GCM by Tink, with the owner as associated data, so that a
 * token that was moved to another Page's document does not open. The first key encrypts, all decrypt; what is stored begins with the
 * number of its key.
 */
class TokenCipher {
    static final int KEY_BYTES = 32;

    private final @Nullable Aead aead;
    private final byte[] currentPrefix;

    /** @param keys of 32 bytes each; without any, nothing can be encrypted or decrypted */
    TokenCipher(List<byte[]> keys) {
        try {
            AeadConfig.register();
            this.aead = keys.isEmpty() ? null : keyset(keys).getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.currentPrefix = keys.isEmpty()
                    ? new byte[0]
                    : key(keys.getFirst()).getOutputPrefix().toByteArray();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected Tink to take AES-GCM keys of 256 bits", impossible);
        }
    }

    boolean hasKeys() {
        return aead != null;
    }

    String encrypt(Secret token, PageId page) {
        return encrypt(token, owner(page));
    }

    /** @param owner whose it is: for another it does not open */
    String encrypt(Secret secret, String owner) {
        try {
            return Base64.getEncoder()
                    .encodeToString(aead().encrypt(secret.value().getBytes(UTF_8), owner.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Expected AES-GCM to encrypt", impossible);
        }
    }

    /** @throws UndecryptableToken when it was encrypted with another key or for another Page */
    Secret decrypt(String stored, PageId page) {
        return open(aead(), stored, owner(page))
                .orElseThrow(() -> new UndecryptableToken(
                        "Expected PUPITRE_PAGE_TOKEN_KEYS to hold the key that the token of Page %s was encrypted with, but none of its keys opens it"
                                .formatted(page)));
    }

    /** Empty when it was encrypted with another key or for another owner. */
    Optional<Secret> decrypt(String stored, String owner) {
        return aead == null ? Optional.empty() : open(aead, stored, owner);
    }

    private static Optional<Secret> open(Aead aead, String stored, String owner) {
        try {
            var opened = aead.decrypt(Base64.getDecoder().decode(stored), owner.getBytes(UTF_8));
            return Optional.of(new Secret(new String(opened, UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether it was encrypted with the first key. */
    boolean isCurrent(String stored) {
        var bytes = Base64.getDecoder().decode(stored);
        return bytes.length > currentPrefix.length
                && Arrays.equals(bytes, 0, currentPrefix.length, currentPrefix, 0, currentPrefix.length);
    }

    private Aead aead() {
        if (aead == null) {
            throw new UndecryptableToken(
                    "Expected PUPITRE_PAGE_TOKEN_KEYS to name the keys that the tokens of Pages are encrypted with, but it is not set");
        }
        return aead;
    }

    private static String owner(PageId page) {
        return "page:" + page;
    }

    private static KeysetHandle keyset(List<byte[]> keys) throws GeneralSecurityException {
        var distinct = new LinkedHashMap<Integer, AesGcmKey>();
        for (var bytes : keys) {
            distinct.putIfAbsent(number(bytes), key(bytes));
        }
        var handle = KeysetHandle.newBuilder();
        var first = number(keys.getFirst());
        distinct.forEach((number, key) -> {
            var entry = KeysetHandle.importKey(key).withFixedId(number);
            handle.addEntry(number == first ? entry.makePrimary() : entry);
        });
        return handle.build();
    }

    @AccessesPartialKey
    private static AesGcmKey key(byte[] bytes) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(number(bytes))
                .build();
    }

    /** The same key has the same number on every node and after every start, and the number tells nothing of the key. */
    private static int number(byte[] key) {
        return ByteBuffer.wrap(Fingerprints.sha256(key)).getInt() & Integer.MAX_VALUE;
    }
}
