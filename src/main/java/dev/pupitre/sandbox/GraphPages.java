package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app's subscription to a Page's webhooks, and the Page's Messenger profile. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}/{page}")
class GraphPages {
    private static final Set<String> PROPERTIES = Set.of(
            "get_started",
            "greeting",
            "ice_breakers",
            "persistent_menu",
            "whitelisted_domains",
            "account_linking_url",
            "commands");

    private final GraphTokens tokens;
    private final SandboxProperties settings;
    private final SandboxFeed feed;
    private final JsonMapper json;

    GraphPages(GraphTokens tokens, SandboxProperties settings, SandboxFeed feed, JsonMapper json) {
        this.tokens = tokens;
        this.settings = settings;
        this.feed = feed;
        this.json = json;
    }

    @GetMapping("/subscribed_apps")
    GraphList<App> subscribed(@PathVariable String page, HttpServletRequest request) throws IOException {
        var found = tokens.checkPage(new GraphCall(request, json), page, Permissions.METADATA);
        return GraphList.all(
                found.subscribed().isEmpty()
                        ? List.of()
                        : List.of(new App(
                                "Business",
                                "https://www.facebook.com/games/?app_id=" + settings.appId(),
                                "Pupitre",
                                settings.appId(),
                                new TreeSet<>(found.subscribed()))));
    }

    record App(
            String category,
            String link,
            String name,
            String id,
            @JsonProperty("subscribed_fields") Set<String> fields) {}

    @PostMapping("/subscribed_apps")
    Map<String, Boolean> subscribe(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.METADATA);
        var fields = call.list("subscribed_fields");
        if (fields.isEmpty()) {
            throw GraphError.invalidParameter("The parameter subscribed_fields is required.");
        }
        for (var i = 0; i < fields.size(); i++) {
            if (!FacebookPage.FIELDS.contains(fields.get(i))) {
                throw GraphError.invalidParameter("Param subscribed_fields[%d] must be one of {%s} - got \"%s\"."
                        .formatted(i, String.join(", ", new TreeSet<>(FacebookPage.FIELDS)), fields.get(i)));
            }
        }
        found.subscribe(Set.copyOf(fields));
        feed.page(found);
        return Map.of("success", true);
    }

    @DeleteMapping("/subscribed_apps")
    Map<String, Boolean> unsubscribe(@PathVariable String page, HttpServletRequest request) throws IOException {
        var found = tokens.checkPage(new GraphCall(request, json), page, Permissions.METADATA);
        found.subscribe(Set.of());
        feed.page(found);
        return Map.of("success", true);
    }

    /** As at Meta, the list has one element, and none while nothing is set. */
    @GetMapping("/messenger_profile")
    GraphList<Map<String, JsonNode>> profile(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var profile = tokens.checkPage(call, page, Permissions.MESSAGING).profile();
        var wanted = new TreeMap<String, JsonNode>();
        names(call.list("fields")).forEach(name -> {
            if (profile.containsKey(name)) {
                wanted.put(name, profile.get(name));
            }
        });
        return GraphList.all(wanted.isEmpty() ? List.of() : List.of(wanted));
    }

    @PostMapping("/messenger_profile")
    Map<String, String> change(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        var changes = new TreeMap<String, JsonNode>();
        PROPERTIES.forEach(name -> {
            var value = call.structure(name);
            if (!value.isMissingNode()) {
                changes.put(name, value);
            }
        });
        if (changes.isEmpty()) {
            throw GraphError.invalidParameter("At least one Messenger profile field is required");
        }
        MessengerProfileRules.check(found.profile(), changes);
        found.profile().putAll(changes);
        feed.page(found);
        return Map.of("result", "success");
    }

    @DeleteMapping("/messenger_profile")
    Map<String, String> clear(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.MESSAGING);
        var names = names(call.list("fields"));
        MessengerProfileRules.checkRemoval(found.profile(), Set.copyOf(names));
        names.forEach(found.profile()::remove);
        feed.page(found);
        return Map.of("result", "success");
    }

    private static List<String> names(List<String> fields) {
        for (var name : fields) {
            if (!PROPERTIES.contains(name)) {
                throw GraphError.invalidParameter("Param fields must be one of " + new TreeSet<>(PROPERTIES));
            }
        }
        if (fields.isEmpty()) {
            throw GraphError.invalidParameter("The parameter fields is required");
        }
        return fields;
    }
}
