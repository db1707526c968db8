package dev.pupitre.page;

import java.util.Arrays;

/** Stored secrets for other rooms' tests, by keys that are told apart by a number. */
public final class SecretsFixture {
    private SecretsFixture() {}

    /** The first encrypts, all open; without any, nothing does. */
    public static StoredSecrets withKeys(int... keys) {
        return new StoredSecrets(new TokenCipher(
                Arrays.stream(keys).mapToObj(SecretsFixture::key).toList()));
    }

    private static byte[] key(int number) {
        var key = new byte[TokenCipher.KEY_BYTES];
        Arrays.fill(key, (byte) number);
        return key;
    }
}
