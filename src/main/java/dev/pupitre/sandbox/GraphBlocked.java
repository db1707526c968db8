package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a Page has blocked (Graph API reference, Page blocked).
 *
 * <p>What a blocked customer writes here comes through all the same: how Pupitre bears it is worth playing, too.
 */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}/{page}/blocked")
class GraphBlocked {
    private final GraphTokens tokens;
    private final Recipients recipients;
    private final JsonMapper json;

    GraphBlocked(GraphTokens tokens, Recipients recipients, JsonMapper json) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.json = json;
    }

    record Blocked(String id) {}

    /** Who is blocked already is told as blocked. */
    @PostMapping
    Map<String, Boolean> block(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.ENGAGEMENT);
        var people = call.list("psid");
        if (people.isEmpty()) {
            throw GraphError.invalidParameter("The parameter psid is required");
        }
        for (var person : people) {
            found.blocked().add(recipients.thread(found, person).profile().id());
        }
        return people.stream().distinct().collect(Collectors.toMap(Function.identity(), person -> true));
    }

    @DeleteMapping
    Map<String, Boolean> unblock(@PathVariable String page, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var found = tokens.checkPage(call, page, Permissions.ENGAGEMENT);
        found.blocked()
                .remove(recipients
                        .thread(found, call.required("psid"))
                        .profile()
                        .id());
        return Map.of("success", true);
    }

    @GetMapping
    GraphList<Blocked> blocked(@PathVariable String page, HttpServletRequest request) throws IOException {
        var found = tokens.checkPage(new GraphCall(request, json), page, Permissions.READ);
        return GraphList.all(found.blocked().stream().map(Blocked::new).toList());
    }
}
