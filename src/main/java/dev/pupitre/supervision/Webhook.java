package dev.pupitre.supervision;

import dev.pupitre.kernel.Secret;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * Where alerts go out to.
 *
 * @param secret by which they are signed
 */
record Webhook(@Id String id, String url, String secret, Boolean enabled, String createdBy, Instant createdAt) {
    @Override
    public String toString() {
        return "Webhook[" + id + ", " + url + ", " + new Secret(secret) + "]";
    }
}
