package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

/** The login dialog, the tokens it leads to, and what these open. */
@SandboxTest
class LoginDialogTests {
    private static final String SCOPES = "pages_show_list,pages_messaging,pages_manage_metadata";
    private static final String BACK = "http://localhost:9/back";

    private final SandboxClient sandbox;

    LoginDialogTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void asksInAPageThatAnswersByItself() throws Exception {
        var page = new String(sandbox.fetch(dialog("")).body(), UTF_8);
        assertThat(page).contains("Pupitre Librairie", "pages_manage_metadata", "name=\"state\" value=\"s 1\"");

        var form =
                "client_id=sandbox-app&redirect_uri=%s&state=s+1&scope=%s&answer=grant&pages=100000000000002&permissions=pages_messaging"
                        .formatted(URLEncoder.encode(BACK, UTF_8), SCOPES);
        var answer = sandbox.exchange(
                sandbox.request("dialog/oauth")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(BACK + "?code=")
                .contains("&state=s%201");
    }

    @Test
    void leadsToTheTokensOfTheChosenPages() {
        var user = login(Map.of("pages", List.of("100000000000002", "100000000000003")));
        var lasting = sandbox.get("graph/v25.0/oauth/access_token?grant_type=fb_exchange_token&client_id=sandbox-app"
                + "&client_secret=sandbox-secret&fb_exchange_token=" + user);

        var first = sandbox.graph("GET", "me/accounts?limit=1", lasting.text("/access_token"), Map.of());
        var second = sandbox.graph(
                "GET",
                "me/accounts?limit=1&after=" + first.text("/paging/cursors/after"),
                lasting.text("/access_token"),
                Map.of());

        assertThat(lasting.body().path("expires_in").asLong()).isGreaterThan(5_000_000);
        assertThat(first.text("/data/0/id")).isEqualTo("100000000000002");
        assertThat(first.text("/paging/next")).isNotBlank();
        assertThat(second.text("/data/0/id")).isEqualTo("100000000000003");
        var token = second.text("/data/0/access_token");
        assertThat(sandbox.graph("GET", "me?fields=name", token, Map.of()).text("/name"))
                .isEqualTo("Pupitre Vélos");
        assertThat(sandbox.graph("GET", "debug_token?input_token=" + token, token, Map.of())
                        .text("/data/granular_scopes/0/target_ids/0"))
                .isEqualTo("100000000000003");
    }

    @Test
    void sellsACodeOnceForItsRedirectAndChallengeOnly() {
        // The example of RFC 7636, appendix B.
        var challenge = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        var verifier = "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        assertThat(redeem(code(challenge, Map.of()), BACK, verifier).status()).isEqualTo(200);
        assertThat(redeem(code(challenge, Map.of()), BACK, "").code()).isEqualTo(100);
        assertThat(redeem(code("", Map.of()), BACK + "/other", "").subcode()).isEqualTo(36008);
        var code = code("", Map.of());
        assertThat(redeem(code, BACK, "").status()).isEqualTo(200);
        assertThat(redeem(code, BACK, "").subcode()).isEqualTo(36009);
        assertThat(sandbox.get("graph/v25.0/oauth/access_token?client_id=sandbox-app&client_secret=wrong&code=x")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void namesWhatThePersonDeclined() {
        var user = login(Map.of("declined", List.of("pages_messaging"), "pages", List.of("100000000000002")));

        var permissions =
                sandbox.graph("GET", "me/permissions", user, Map.of()).body().path("data");

        assertThat(permissions
                        .valueStream()
                        .filter(found -> found.path("permission").asString().equals("pages_messaging"))
                        .map(found -> found.path("status").asString()))
                .containsExactly("declined");
        assertThat(sandbox.graph("GET", "me/personas", "sandbox-page-token-2", Map.of())
                        .code())
                .isEqualTo(200);
    }

    @Test
    void comesBackWithAnErrorWhenCancelled() {
        var location = sandbox.post("api/dialog", Map.of("url", dialog(""), "cancel", true))
                .text("/location");

        assertThat(location)
                .startsWith(BACK + "?error=access_denied")
                .contains("error_reason=user_denied", "state=s%201");
    }

    @Test
    void givesANewTokenInPlaceOfADeadOne() {
        sandbox.patch("api/pages/100000000000002", Map.of("token", "REVOKED"));

        login(Map.of("pages", List.of("100000000000002")));

        var page = sandbox.get("api/pages").body().get(1);
        assertThat(page.path("token").asString()).isEqualTo("VALID");
        assertThat(page.path("accessToken").asString()).isNotEqualTo("sandbox-page-token-2");
        assertThat(sandbox.graph("GET", "me", "sandbox-page-token-2", Map.of()).subcode())
                .isEqualTo(458);
    }

    private String login(Map<String, Object> answer) {
        return redeem(code("", answer), BACK, "").text("/access_token");
    }

    private String code(String more, Map<String, Object> answer) {
        var body = new HashMap<>(answer);
        body.put("url", dialog(more));
        var location = sandbox.post("api/dialog", body).text("/location");
        return Objects.requireNonNull(UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .getFirst("code"));
    }

    private SandboxClient.Answer redeem(String code, String redirect, String more) {
        return sandbox.get(
                "graph/v25.0/oauth/access_token?client_id=sandbox-app&client_secret=sandbox-secret&code=%s&redirect_uri=%s%s"
                        .formatted(code, URLEncoder.encode(redirect, UTF_8), more));
    }

    private String dialog(String more) {
        return sandbox.address(
                "dialog/oauth?client_id=sandbox-app&redirect_uri=%s&state=s%%201&response_type=code&scope=%s%s"
                        .formatted(URLEncoder.encode(BACK, UTF_8), SCOPES, more));
    }
}
