package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Knows the one access token that opens the Page. */
@Profile("local")
@Component
class GraphTokens {
    private final SandboxProperties settings;

    GraphTokens(SandboxProperties settings) {
        this.settings = settings;
    }

    void check(GraphCall call) {
        var token = call.token().filter(this::isValid).orElseThrow(GraphError::badToken);
        var proof = Signature.SHA256.of(token.getBytes(UTF_8), settings.appSecret());
        if (!call.text("appsecret_proof").orElse(proof).equals(proof)) {
            throw GraphError.invalidParameter("Invalid appsecret_proof provided in the API argument");
        }
    }

    /** The Page by its id, or as the one the token belongs to. */
    boolean isPage(String id) {
        return id.equals("me") || id.equals(settings.pageId());
    }

    void requirePage(String id) {
        if (!isPage(id)) {
            throw GraphError.unknownObject(id);
        }
    }

    Report report(String token) {
        return isValid(token)
                ? new Report(settings.appId(), "PAGE", settings.pageId(), true, 0L, List.of("pages_messaging"))
                : new Report(settings.appId(), null, null, false, null, List.of());
    }

    /** What Meta tells of a token; one that expires at 0 never does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            @JsonProperty("app_id") String appId,
            @Nullable String type,
            @JsonProperty("profile_id") @Nullable String profileId,
            @JsonProperty("is_valid") boolean valid,
            @JsonProperty("expires_at") @Nullable Long expiresAt,
            List<String> scopes) {}

    private boolean isValid(String token) {
        return token.equals(settings.accessToken());
    }
}
