package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Calls the webhook as Meta does: escaped, signed, and with little patience. */
@Profile("local")
@Component
class WebhookCall implements DisposableBean {
    /** How long Meta waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** Thousands of customers may write at once; their calls share this many connections. */
    private static final int CONNECTIONS = 64;

    private final SandboxProperties settings;
    private final Environment environment;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Meta signs the escaped text, so the bytes of the body have to be these. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    WebhookCall(SandboxProperties settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    byte[] write(WebhookBody body) {
        return json.writeValueAsBytes(body);
    }

    HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature", "sha1=" + Signature.SHA1.of(body, settings.appSecret()))
                .header("X-Hub-Signature-256", "sha256=" + Signature.SHA256.of(body, settings.appSecret()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        connections.acquire();
        try {
            return client.send(request, BodyHandlers.ofString());
        } finally {
            connections.release();
        }
    }

    /** Waits, but not for long, until no call is under way. */
    void settle() throws InterruptedException {
        if (connections.tryAcquire(CONNECTIONS, SETTLING.toMillis(), TimeUnit.MILLISECONDS)) {
            connections.release(CONNECTIONS);
        }
    }

    /** Another address of the receiver. */
    URI address(String path) throws IOException {
        return address().resolve(path);
    }

    /** The port of this very application is known only once it listens. */
    private URI address() throws IOException {
        if (settings.webhookUrl() != null) {
            return settings.webhookUrl();
        }
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IOException("the application does not listen yet");
        }
        return URI.create("http://localhost:" + port + "/webhooks/meta");
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
