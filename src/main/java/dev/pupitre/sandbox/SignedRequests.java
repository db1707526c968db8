package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Calls back with a {@code signed_request} when a person removes the app or asks for deletion ("Data Deletion Callback"). */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api")
class SignedRequests implements DisposableBean {
    private final WebhookCall webhook;
    private final SandboxProperties settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    SignedRequests(WebhookCall webhook, SandboxProperties settings, JsonMapper json, Clock clock) {
        this.webhook = webhook;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/data-deletion")
    Answered delete(@RequestBody About about) throws InterruptedException {
        return call(about, "/privacy/meta/data-deletion");
    }

    @PostMapping("/deauthorise")
    Answered deauthorise(@RequestBody About about) throws InterruptedException {
        return call(about, "/privacy/meta/deauthorise");
    }

    record About(
            @Nullable String customer,
            @Nullable String user,
            @Nullable String url) {}

    record Answered(int status, String body) {}

    private Answered call(About about, String path) throws InterruptedException {
        var user =
                Objects.requireNonNullElse(about.customer(), Objects.requireNonNullElse(about.user(), Logins.PERSON));
        try {
            var address = about.url() == null ? webhook.address(path) : URI.create(about.url());
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("signed_request=" + URLEncoder.encode(signed(user), UTF_8)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "The receiver did not answer: " + broken, broken);
        }
    }

    private String signed(String user) {
        var payload = base64(json.writeValueAsBytes(
                Map.of("algorithm", "HMAC-SHA256", "issued_at", clock.instant().getEpochSecond(), "user_id", user)));
        var signature = HexFormat.of().parseHex(Signature.SHA256.of(payload.getBytes(UTF_8), settings.appSecret()));
        return base64(signature) + "." + payload;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
