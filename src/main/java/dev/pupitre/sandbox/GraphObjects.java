package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the Graph API does with any object by its id: tell of it, change it, delete it. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}")
class GraphObjects {
    private static final int UNKNOWN_PATH = 2500;
    private static final Set<String> NOT_UNASKED =
            Set.of("picture", "full_picture", "story", "parent", "attachment", "locale", "timezone", "gender");

    private final GraphNodes nodes;
    private final GraphTokens tokens;
    private final Posts posts;
    private final JsonMapper json;

    GraphObjects(GraphNodes nodes, GraphTokens tokens, Posts posts, JsonMapper json) {
        this.nodes = nodes;
        this.tokens = tokens;
        this.posts = posts;
        this.json = json;
    }

    @GetMapping("/{id}")
    ObjectNode object(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var token = tokens.check(call);
        var known = (token.type() == AccessToken.Type.USER ? person(id) : nodes.find(tokens.pageOf(token), id))
                .orElseThrow(() -> GraphError.unknownObject(id));
        return GraphNodes.select(
                known, call.text("fields").map(GraphNodes::names).orElseGet(() -> unasked(known)));
    }

    /** Hides a comment, or says it differently, which a Page can do with its own only. */
    @PostMapping("/{id}")
    Map<String, Boolean> change(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var comment = nodes.comment(page(call, Permissions.ENGAGEMENT), id);
        var hidden = call.text("is_hidden");
        var message = call.text("message");
        if (hidden.isEmpty() && message.isEmpty()) {
            throw GraphError.invalidParameter("Param is_hidden or message is required");
        }
        if (message.isPresent() && !comment.fromPage()) {
            throw GraphError.of(200, null, "Permissions error");
        }
        hidden.ifPresent(wanted -> posts.hide(comment, Boolean.parseBoolean(wanted)));
        message.ifPresent(wanted -> posts.edit(comment, wanted));
        return Map.of("success", true);
    }

    @DeleteMapping("/{id}")
    Map<String, Boolean> delete(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var page = tokens.pageOf(tokens.check(call));
        if (page.personas().remove(id) == null) {
            GraphTokens.require(page, Permissions.ENGAGEMENT);
            posts.remove(nodes.comment(page, id));
        }
        return Map.of("success", true);
    }

    @RequestMapping("/**")
    void unknown(HttpServletRequest request) {
        throw new GraphError(400, UNKNOWN_PATH, null, "Unknown path components: " + request.getRequestURI());
    }

    private FacebookPage page(GraphCall call, String permission) {
        var page = tokens.pageOf(tokens.check(call));
        GraphTokens.require(page, permission);
        return page;
    }

    private static Optional<ObjectNode> person(String id) {
        return id.equals("me") || id.equals(Logins.PERSON)
                ? Optional.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Logins.PERSON)
                        .put("name", Logins.NAME))
                : Optional.empty();
    }

    private static Set<String> unasked(ObjectNode known) {
        var names = new LinkedHashSet<>(known.propertyNames());
        names.removeAll(NOT_UNASKED);
        return names;
    }
}
