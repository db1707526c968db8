package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Gives tokens for codes, long-lived tokens for short-lived ones, and the app its own. */
@Profile("local")
@RestController
class GraphOAuth {
    private final Logins logins;
    private final FacebookPages pages;
    private final SandboxProperties settings;
    private final JsonMapper json;
    private final Clock clock;

    GraphOAuth(Logins logins, FacebookPages pages, SandboxProperties settings, JsonMapper json, Clock clock) {
        this.logins = logins;
        this.pages = pages;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @RequestMapping(
            path = {"/sandbox/graph/{version}/oauth/access_token", "/sandbox/graph/oauth/access_token"},
            method = {RequestMethod.GET, RequestMethod.POST})
    Issued token(HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        checkApp(call);
        return switch (call.text("grant_type").orElse("authorization_code")) {
            case "fb_exchange_token" -> issued(logins.exchange(living(call.required("fb_exchange_token"))));
            case "client_credentials" -> new Issued(settings.appId() + "|" + settings.appSecret(), "bearer", null);
            case "authorization_code" ->
                issued(logins.redeem(call.required("code"), call.required("redirect_uri"), call.text("code_verifier")));
            default -> throw GraphError.invalidParameter("Param grant_type is not known");
        };
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") @Nullable Long expiresIn) {}

    private void checkApp(GraphCall call) {
        if (!call.required("client_id").equals(settings.appId())) {
            throw new GraphError(400, 101, null, "Error validating application. Cannot get application info.");
        }
        if (!call.required("client_secret").equals(settings.appSecret())) {
            throw new GraphError(400, 1, null, "Error validating client secret.");
        }
    }

    private AccessToken living(String value) {
        var token = pages.token(value).orElseThrow(GraphError::badToken);
        var state = token.stateAt(clock.instant());
        if (state != AccessToken.State.VALID) {
            throw state.error();
        }
        return token;
    }

    private Issued issued(AccessToken token) {
        var life = token.expiresAt()
                .map(end -> Duration.between(clock.instant(), end).toSeconds());
        return new Issued(token.value(), "bearer", life.orElse(null));
    }
}
