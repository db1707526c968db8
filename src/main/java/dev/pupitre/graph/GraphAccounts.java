package dev.pupitre.graph;

import com.restfb.FacebookClient;
import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * People who let our app act for their Pages, and the tokens that come of it (Facebook Login, manually build a login
 * flow; access tokens, get a long-lived token; debug_token).
 */
@Component
public class GraphAccounts {
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final GraphClients clients;
    private final GraphProperties properties;

    GraphAccounts(GraphClients clients, GraphProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    /** Where a browser asks the person. */
    public URI address(LoginDialog dialog) {
        return UriComponentsBuilder.fromUriString(properties.dialogAddress())
                .queryParam("client_id", "{app}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", "{state}")
                .queryParam("response_type", "code")
                .queryParam("scope", "{scopes}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(
                        dialog.app(),
                        dialog.redirect(),
                        dialog.state(),
                        String.join(",", dialog.scopes()),
                        dialog.challenge())
                .toUri();
    }

    /**
     * Makes a long-lived token of the person from what the dialog sent back.
     *
     * @param redirect exactly as the dialog was given it
     */
    public Secret exchange(AppAccess app, String code, URI redirect, String verifier) {
        var brief = token(
                "code",
                app,
                Parameter.with("redirect_uri", redirect.toString()),
                Parameter.with("code", code),
                Parameter.with("code_verifier", verifier));
        return token(
                "long_lived_token",
                app,
                Parameter.with("grant_type", "fb_exchange_token"),
                Parameter.with("fb_exchange_token", brief.value()));
    }

    private Secret token(String call, AppAccess app, Parameter... parameters) {
        return clients.call(call, null, null, client -> {
            var all = new ArrayList<>(List.of(parameters));
            all.add(Parameter.with("client_id", app.id()));
            all.add(Parameter.with("client_secret", app.secret().value()));
            var answer = client.fetchObject("oauth/access_token", JsonObject.class, all.toArray(Parameter[]::new));
            return GraphJson.text(answer, "access_token")
                    .map(Secret::new)
                    .orElseThrow(() -> new GraphFailure(Kind.REJECTED, "Facebook gave no token", null));
        });
    }

    /** All Pages the person let our app see, however many. */
    public List<Account> accounts(AppAccess app, Secret person) {
        return clients.call("accounts", person, app.secret(), GraphAccounts::accounts);
    }

    private static List<Account> accounts(FacebookClient client) {
        var accounts = new ArrayList<Account>();
        Optional<String> after = Optional.of("");
        for (int page = 0; page < MOST_PAGES && after.isPresent(); page++) {
            var answer = client.fetchObject("me/accounts", JsonObject.class, asked(after.get()));
            GraphJson.objects(answer, "data")
                    .flatMap(found -> account(found).stream())
                    .forEach(accounts::add);
            after = next(answer);
        }
        return accounts;
    }

    private static Parameter[] asked(String after) {
        var asked = new ArrayList<>(List.of(
                Parameter.withFields("id,name,access_token,tasks,picture{url}"), Parameter.withLimit(PER_PAGE)));
        if (!after.isEmpty()) {
            asked.add(Parameter.with("after", after));
        }
        return asked.toArray(Parameter[]::new);
    }

    /** By cursor: an address in an answer is not followed. */
    private static Optional<String> next(JsonObject answer) {
        var paging = GraphJson.object(answer, "paging");
        return GraphJson.text(paging, "next")
                .flatMap(_ -> GraphJson.text(GraphJson.object(paging, "cursors"), "after"));
    }

    private static Optional<Account> account(JsonObject found) {
        return GraphJson.text(found, "id")
                .map(id -> new Account(
                        new PageId(id),
                        GraphJson.text(found, "name").orElse(id),
                        picture(found),
                        GraphJson.text(found, "access_token").map(Secret::new).orElse(null),
                        GraphJson.texts(found, "tasks")));
    }

    private static @Nullable String picture(JsonObject found) {
        return GraphJson.text(GraphJson.object(GraphJson.object(found, "picture"), "data"), "url")
                .orElse(null);
    }

    /** What Meta says of a token, of a person or of a Page. */
    public TokenReport inspect(AppAccess app, Secret token) {
        return clients.call("debug_token", app.token(), app.secret(), client -> {
            var answer =
                    client.fetchObject("debug_token", JsonObject.class, Parameter.with("input_token", token.value()));
            return report(GraphJson.object(answer, "data"));
        });
    }

    private static TokenReport report(JsonObject data) {
        var valid = data.getBoolean("is_valid", false);
        return new TokenReport(
                valid,
                valid ? null : TokenProblem.of(GraphJson.object(data, "error")).sentence(),
                GraphJson.text(data, "app_id").orElse(null),
                GraphJson.text(data, "user_id").orElse(null),
                GraphJson.instant(data, "expires_at"),
                GraphJson.instant(data, "data_access_expires_at"),
                GraphJson.texts(data, "scopes"),
                limits(data));
    }

    private static Map<String, Set<String>> limits(JsonObject data) {
        var limits = new HashMap<String, Set<String>>();
        GraphJson.objects(data, "granular_scopes").forEach(granted -> {
            var targets = GraphJson.texts(granted, "target_ids");
            if (!targets.isEmpty()) {
                GraphJson.text(granted, "scope").ifPresent(scope -> limits.put(scope, Set.copyOf(targets)));
            }
        });
        return limits;
    }
}
