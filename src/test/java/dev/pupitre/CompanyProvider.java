package dev.pupitre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/** A company's login by OpenID Connect that lets everybody in who says a name, with whatever claims they like. */
public final class CompanyProvider implements AutoCloseable {
    private final MockOAuth2Server server =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));

    public CompanyProvider() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public String issuer() {
        return server.issuerUrl("company").toString();
    }

    /** Does what a person does on its page, and returns where that leads. */
    public URI logIn(URI page, String name, String claims) {
        var form = "username=%s&claims=%s"
                .formatted(
                        URLEncoder.encode(name, StandardCharsets.UTF_8),
                        URLEncoder.encode(claims, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return URI.create(client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
