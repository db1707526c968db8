package dev.pupitre.page;

import dev.pupitre.kernel.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts what other rooms keep in the store that nobody may read there, by the keys that Page tokens have. */
@Component
public class StoredSecrets {
    private final TokenCipher cipher;

    StoredSecrets(TokenCipher cipher) {
        this.cipher = cipher;
    }

    /** Whether the settings name a key, without which nothing can be encrypted. */
    public boolean hasKeys() {
        return cipher.hasKeys();
    }

    /**
     * What may be kept of it.
     *
     * @param owner what it belongs to, with the kind before the id: for anything else it does not open
     */
    public String encrypt(Secret secret, String owner) {
        return cipher.encrypt(secret, owner);
    }

    /** Empty when none of the keys opens it for this owner. */
    public Optional<Secret> decrypt(String stored, String owner) {
        return cipher.decrypt(stored, owner);
    }

    /** Whether it was encrypted with the key that encrypts now. */
    public boolean isCurrent(String stored) {
        return cipher.isCurrent(stored);
    }
}
