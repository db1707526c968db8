package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the person's token opens: their Pages with a token each, and what they granted. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphAccounts {
    private static final Set<String> USUAL = Set.of("access_token", "category", "category_list", "name", "id", "tasks");

    private final GraphTokens tokens;
    private final FacebookPages pages;
    private final GraphNodes nodes;
    private final JsonMapper json;

    GraphAccounts(GraphTokens tokens, FacebookPages pages, GraphNodes nodes, JsonMapper json) {
        this.tokens = tokens;
        this.pages = pages;
        this.nodes = nodes;
        this.json = json;
    }

    @GetMapping({"/me/accounts", "/" + Logins.PERSON + "/accounts"})
    GraphList<ObjectNode> accounts(HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var token = ofPerson(call, "accounts");
        if (!token.scopes().contains(Permissions.LIST)) {
            return new GraphList<>(List.of(), null);
        }
        var chosen = pages.all().stream()
                .filter(page -> token.pages().contains(page.id()))
                .toList();
        var fields = call.text("fields").map(GraphNodes::names).orElse(USUAL);
        return GraphList.page(
                chosen,
                FacebookPage::id,
                page -> GraphNodes.select(nodes.account(page, pages.renew(page)), fields),
                call);
    }

    @GetMapping({"/me/permissions", "/" + Logins.PERSON + "/permissions"})
    GraphList<Permission> permissions(HttpServletRequest request) throws IOException {
        var token = ofPerson(new GraphCall(request, json), "permissions");
        return GraphList.all(Permissions.ALL.stream()
                .map(name -> new Permission(name, token.scopes().contains(name) ? "granted" : "declined"))
                .toList());
    }

    record Permission(String permission, String status) {}

    /** The person, or the app for them, takes everything back. */
    @DeleteMapping({"/me/permissions", "/" + Logins.PERSON + "/permissions"})
    Map<String, Boolean> revoke(HttpServletRequest request) throws IOException {
        var token = ofPerson(new GraphCall(request, json), "permissions");
        token.become(AccessToken.State.REVOKED);
        token.pages()
                .forEach(id -> pages.find(id).ifPresent(page -> page.token().become(AccessToken.State.REVOKED)));
        return Map.of("success", true);
    }

    @GetMapping("/debug_token")
    TokenReport debug(HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        tokens.check(call);
        return new TokenReport(tokens.report(call.required("input_token")));
    }

    record TokenReport(Report data) {}

    /** What Meta tells of a token; one that expires at 0 never does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            @JsonProperty("app_id") @Nullable String appId,
            @Nullable String type,
            @Nullable String application,

            @JsonProperty("data_access_expires_at") @Nullable
            Long dataAccessExpiresAt,

            @Nullable Problem error,
            @JsonProperty("expires_at") @Nullable Long expiresAt,
            @JsonProperty("is_valid") boolean valid,
            @JsonProperty("issued_at") @Nullable Long issuedAt,
            @JsonProperty("profile_id") @Nullable String profileId,
            List<String> scopes,
            @JsonProperty("granular_scopes") @Nullable List<Granular> granular,
            @JsonProperty("user_id") @Nullable String userId) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(int code, String message, @Nullable Integer subcode) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Granular(
            String scope,
            @JsonProperty("target_ids") @Nullable List<String> targets) {}

    private AccessToken ofPerson(GraphCall call, String edge) {
        var token = tokens.check(call);
        if (token.type() != AccessToken.Type.USER) {
            throw GraphError.invalidParameter("Tried accessing nonexisting field (%s)".formatted(edge));
        }
        return token;
    }
}
