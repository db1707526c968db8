package dev.pupitre.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.kernel.Secret;
import dev.pupitre.supervision.WebhookDelivery.State;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due to the webhooks, signed, and again and again until it is taken or too old. */
@Component
class WebhookSender implements AutoCloseable {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 16;

    private final WebhookQueue queue;
    private final WebhookSecrets secrets;
    private final SupervisionProperties.Webhooks properties;
    private final Clock clock;
    private final CloseableHttpClient client;

    WebhookSender(WebhookQueue queue, WebhookSecrets secrets, SupervisionProperties properties, Clock clock) {
        this.queue = queue;
        this.secrets = secrets;
        this.properties = properties.webhooks();
        this.clock = clock;
        var timeout = Timeout.of(this.properties.timeout());
        DnsResolver hosts =
                this.properties.privateAddresses() ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "${pupitre.supervision.webhooks.interval:2s}")
    void send() {
        var now = clock.instant();
        // Long enough for all of them one after the other; a node that stops meanwhile leaves them to others after it.
        queue.take(now, now.plus(properties.timeout().multipliedBy(60))).forEach(this::send);
    }

    private void send(WebhookDelivery delivery) {
        var webhook = queue.find(delivery.webhook());
        if (webhook.isEmpty() || !webhook.get().enabled()) {
            queue.settle(delivery, State.FAILED, null, "The webhook is switched off", clock.instant());
            return;
        }
        var secret = secrets.of(webhook.get());
        if (secret.isEmpty()) {
            failed(delivery, null, "None of the keys opens the webhook's secret: give it a new one");
            return;
        }
        try {
            var status = post(webhook.get(), secret.get(), delivery);
            if (status >= 200 && status < 300) {
                queue.settle(delivery, State.SENT, status, null, clock.instant());
            } else {
                failed(delivery, status, "HTTP status " + status);
            }
        } catch (IOException | IllegalArgumentException failure) {
            failed(delivery, null, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private int post(Webhook webhook, Secret secret, WebhookDelivery delivery) throws IOException {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var post = new HttpPost(URI.create(webhook.url()));
        post.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        post.setHeader("Pupitre-Delivery", delivery.id());
        post.setHeader("Pupitre-Timestamp", timestamp);
        post.setHeader("Pupitre-Signature", "sha256=" + signature(secret.value(), timestamp, delivery.body()));
        // The answer's body is of no interest, and may have no end.
        return client.execute(post, response -> {
            post.abort();
            return response.getCode();
        });
    }

    /** Over the moment, too: an old call that somebody has kept cannot be played again later. */
    static String signature(String secret, String timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected every Java to know " + ALGORITHM, missing);
        }
    }

    private void failed(WebhookDelivery delivery, @Nullable Integer status, String error) {
        var now = clock.instant();
        var next = now.plus(backoff(delivery.attemptsSince()));
        if (next.isAfter(delivery.begunAt().plus(properties.giveUpAfter()))) {
            queue.settle(delivery, State.FAILED, status, error, now);
        } else {
            queue.tryAgain(delivery, next, status, error);
        }
    }

    private Duration backoff(int attempts) {
        Duration wait = properties.backoff().multipliedBy(1L << Math.min(attempts - 1, DOUBLED_AT_MOST));
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
