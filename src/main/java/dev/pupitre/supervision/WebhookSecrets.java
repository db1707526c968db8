package dev.pupitre.supervision;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.Secret;
import dev.pupitre.page.StoredSecrets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes and opens the secrets by which webhooks' calls are signed. In the store they are encrypted; a start encrypts
 * those that an earlier version kept in plain words, and those of an older key.
 */
@Component
class WebhookSecrets implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSecrets.class);
    private static final int BYTES = 32;

    /** A new secret, and what is stored of it. */
    record Made(Secret secret, String encrypted) {}

    private final WebhookQueue webhooks;
    private final StoredSecrets stored;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(WebhookQueue webhooks, StoredSecrets stored) {
        this.webhooks = webhooks;
        this.stored = stored;
    }

    Made make(String webhook) {
        if (!stored.hasKeys()) {
            throw new NoKeys();
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = new Secret(HexFormat.of().formatHex(bytes));
        return new Made(secret, stored.encrypt(secret, owner(webhook)));
    }

    /** Empty when it was encrypted by a key that the settings do not name any more. */
    Optional<Secret> of(Webhook webhook) {
        return webhook.encrypted() == null
                ? Optional.ofNullable(webhook.secret()).map(Secret::new)
                : stored.decrypt(webhook.encrypted(), owner(webhook.id()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!stored.hasKeys()) {
            return;
        }
        try {
            webhooks.all().forEach(this::renew);
        } catch (DataAccessException away) {
            LOG.warn("Expected to look at the webhooks' secrets, but the store did not answer: {}", away.getMessage());
        }
    }

    private void renew(Webhook webhook) {
        if (webhook.encrypted() != null && stored.isCurrent(webhook.encrypted())) {
            return;
        }
        of(webhook)
                .ifPresentOrElse(
                        secret -> webhooks.renewed(webhook, stored.encrypt(secret, owner(webhook.id()))),
                        () -> LOG.error(
                                "Expected PUPITRE_PAGE_TOKEN_KEYS to hold the key that the secret of the webhook {} was encrypted with, but none of its keys opens it: give it a new secret",
                                webhook.id()));
    }

    private static String owner(String webhook) {
        return "alert-webhook:" + webhook;
    }

    static final class NoKeys extends Conflict {
        NoKeys() {
            super(
                    "Expected PUPITRE_PAGE_TOKEN_KEYS to name the keys that the secrets of webhooks are encrypted with, but it is not set");
        }
    }
}
