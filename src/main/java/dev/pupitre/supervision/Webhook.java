package dev.pupitre.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Where alerts go out to.
 *
 * @param encrypted the secret by which they are signed, see {@link WebhookSecrets}
 * @param secret the same in plain words, as it was once kept; none after the next start
 */
record Webhook(
        @Id String id,
        String url,
        @Nullable String encrypted,
        @Nullable String secret,
        Boolean enabled,
        String createdBy,
        Instant createdAt) {
    @Override
    public String toString() {
        return "Webhook[" + id + ", " + url + "]";
    }
}
