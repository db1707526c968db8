package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Checks the access token, its proof and its permissions as the Graph API does for each call. */
@Profile("local")
@Component
class GraphTokens {
    private static final int NOT_A_PAGE_TOKEN = 2069032;

    private final FacebookPages pages;
    private final SandboxProperties settings;
    private final Clock clock;

    GraphTokens(FacebookPages pages, SandboxProperties settings, Clock clock) {
        this.pages = pages;
        this.settings = settings;
        this.clock = clock;
    }

    AccessToken check(GraphCall call) {
        var token = call.token().flatMap(pages::token).orElseThrow(GraphError::badToken);
        var state = token.stateAt(clock.instant());
        if (state != AccessToken.State.VALID) {
            throw state.error();
        }
        var proof = call.text("appsecret_proof");
        if (proof.isPresent() && !proof.get().equals(token.proof(settings.appSecret()))) {
            throw GraphError.invalidParameter("Invalid appsecret_proof provided in the API argument");
        }
        return token;
    }

    /** The Page that the token opens, by its id or as {@code me}. */
    FacebookPage checkPage(GraphCall call, String id, String permission) {
        var page = pageOf(check(call));
        if (!id.equals("me") && !id.equals(page.id())) {
            throw GraphError.unknownObject(id);
        }
        require(page, permission);
        return page;
    }

    FacebookPage pageOf(AccessToken token) {
        return token.page()
                .orElseThrow(() ->
                        GraphError.deadToken(NOT_A_PAGE_TOKEN, "This method must be called with a Page Access Token"));
    }

    static void require(FacebookPage page, String permission) {
        if (page.missingPermissions().contains(permission)) {
            throw GraphError.noPermission(permission);
        }
    }

    GraphAccounts.Report report(String value) {
        return pages.token(value)
                .map(this::report)
                .orElseGet(() -> new GraphAccounts.Report(
                        null,
                        null,
                        null,
                        null,
                        new GraphAccounts.Problem(190, "Invalid OAuth access token.", null),
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        null,
                        null));
    }

    private GraphAccounts.Report report(AccessToken token) {
        var state = token.stateAt(clock.instant());
        var valid = state == AccessToken.State.VALID;
        var scopes = valid ? List.copyOf(token.scopes()) : List.<String>of();
        return new GraphAccounts.Report(
                settings.appId(),
                token.type().name(),
                "Pupitre",
                token.page()
                        .flatMap(FacebookPage::dataAccessExpiresAt)
                        .map(Instant::getEpochSecond)
                        .orElse(0L),
                valid ? null : new GraphAccounts.Problem(190, state.message(), state.subcode()),
                token.expiresAt().map(Instant::getEpochSecond).orElse(0L),
                valid,
                token.issuedAt().getEpochSecond(),
                token.page().map(FacebookPage::id).orElse(null),
                scopes,
                scopes.stream()
                        .map(scope -> new GraphAccounts.Granular(
                                scope, scope.startsWith("pages_") ? List.copyOf(token.pages()) : null))
                        .toList(),
                token.type() == AccessToken.Type.APP ? null : Logins.PERSON);
    }
}
