package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What the Graph API tells of customers and of the Page. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphObjects {
    private static final int UNKNOWN_PATH = 2500;

    private final Customers customers;
    private final GraphTokens tokens;
    private final SandboxProperties settings;
    private final JsonMapper json;

    GraphObjects(Customers customers, GraphTokens tokens, SandboxProperties settings, JsonMapper json) {
        this.customers = customers;
        this.tokens = tokens;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping("/{id}")
    Map<String, String> object(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        tokens.check(call);
        var known = tokens.isPage(id)
                ? page()
                : customers.find(id).map(this::customer).orElseThrow(() -> GraphError.unknownObject(id));
        return select(known, call.text("fields").map(GraphObjects::names).orElse(known.keySet()));
    }

    @GetMapping("/debug_token")
    TokenReport debug(HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        tokens.check(call);
        var token = call.text("input_token")
                .orElseThrow(() -> GraphError.invalidParameter("The parameter input_token is required"));
        return new TokenReport(tokens.report(token));
    }

    record TokenReport(GraphTokens.Report data) {}

    @RequestMapping("/**")
    void unknown(HttpServletRequest request) {
        throw new GraphError(400, UNKNOWN_PATH, null, "Unknown path components: " + request.getRequestURI());
    }

    private Map<String, String> page() {
        return Map.of("id", settings.pageId(), "name", settings.pageName());
    }

    private Map<String, String> customer(CustomerThread thread) {
        var profile = thread.profile();
        var names = profile.name().split(" ", 2);
        return Map.of(
                "id", profile.id(),
                "name", profile.name(),
                "first_name", names[0],
                "last_name", names.length == 2 ? names[1] : "",
                "profile_pic", picture(profile));
    }

    private static String picture(CustomerThread.Profile profile) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/sandbox/api/customers/{id}/picture")
                .buildAndExpand(profile.id())
                .toUriString();
    }

    private static Set<String> names(String fields) {
        return new LinkedHashSet<>(List.of(fields.split(",")));
    }

    private static Map<String, String> select(Map<String, String> known, Set<String> wanted) {
        var selected = new LinkedHashMap<String, String>();
        for (var name : wanted) {
            var value = known.get(name);
            if (value == null) {
                throw GraphError.invalidParameter("Tried accessing nonexisting field (%s)".formatted(name));
            }
            selected.put(name, value);
        }
        selected.computeIfAbsent("id", known::get);
        return selected;
    }
}
