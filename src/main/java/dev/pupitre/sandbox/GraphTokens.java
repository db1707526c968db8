package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    boolean isValid(String token) {
        return token.equals(settings.accessToken());
    }
}
