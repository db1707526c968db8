package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.util.EncodingUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls the webhook as Meta does, or as others might. */
final class WebhookClient {
    static final String SECRET = "app-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI webhook;

    WebhookClient(int port) {
        webhook = URI.create("http://localhost:%d/webhooks/meta".formatted(port));
    }

    HttpResponse<String> get(String query) {
        return send(HttpRequest.newBuilder(URI.create(webhook + query)).GET().build());
    }

    HttpResponse<String> post(String body) {
        return post(body.getBytes(UTF_8));
    }

    HttpResponse<String> post(byte[] body) {
        return post(body, "sha256=" + hmac(body));
    }

    HttpResponse<String> post(byte[] body, String signature) {
        return send(request(signature).POST(BodyPublishers.ofByteArray(body)).build());
    }

    HttpResponse<String> postUnsigned(String body) {
        return send(HttpRequest.newBuilder(webhook)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Without a Content-Length. */
    HttpResponse<String> postInChunks(byte[] body) {
        return send(request("sha256=" + hmac(body))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    }

    private HttpRequest.Builder request(String signature) {
        return HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By an implementation that is not ours. */
    static String hmacByRestFb(String body) {
        return EncodingUtils.encodeAppSecretProof(SECRET, body);
    }
}
