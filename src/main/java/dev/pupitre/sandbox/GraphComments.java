package dev.pupitre.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The comments under posts and comments, read and written for a Page (Graph API, "Comment" and "Object comments"). */
@Profile("local")
@RestController
@RequestMapping("/sandbox/graph/{version}/{id}")
class GraphComments {
    private static final Set<String> USUAL = Set.of("id", "created_time", "from", "message");
    private static final int MAX_MESSAGE = 8_000;

    private final GraphTokens tokens;
    private final Posts posts;
    private final GraphNodes nodes;
    private final JsonMapper json;

    GraphComments(GraphTokens tokens, Posts posts, GraphNodes nodes, JsonMapper json) {
        this.tokens = tokens;
        this.posts = posts;
        this.nodes = nodes;
        this.json = json;
    }

    @PostMapping("/comments")
    Map<String, String> write(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var page = page(call, Permissions.ENGAGEMENT);
        var message = call.text("message").orElse("");
        var photo = call.text("attachment_url").orElse(null);
        if (message.isBlank() && photo == null) {
            throw GraphError.invalidParameter("Message cannot be empty, must provide valid attachment or text");
        }
        if (message.length() > MAX_MESSAGE) {
            throw GraphError.invalidParameter("Length of param message must be less than or equal to " + MAX_MESSAGE);
        }
        if (page.restriction() != FacebookPage.Restriction.NONE) {
            throw GraphError.blockedByPolicy();
        }
        return Map.of("id", add(page, id, message, photo).id());
    }

    @GetMapping("/comments")
    GraphList<ObjectNode> comments(@PathVariable String id, HttpServletRequest request) throws IOException {
        var call = new GraphCall(request, json);
        var page = page(call, Permissions.READ);
        var fields = call.text("fields").map(GraphNodes::names).orElse(USUAL);
        return GraphList.page(
                under(page, id), Comment::id, comment -> GraphNodes.select(nodes.comment(comment), fields), call);
    }

    @PostMapping("/likes")
    Map<String, Boolean> like(@PathVariable String id, HttpServletRequest request) throws IOException {
        var page = page(new GraphCall(request, json), Permissions.ENGAGEMENT);
        posts.like(nodes.comment(page, id), true);
        return Map.of("success", true);
    }

    @DeleteMapping("/likes")
    Map<String, Boolean> unlike(@PathVariable String id, HttpServletRequest request) throws IOException {
        var page = page(new GraphCall(request, json), Permissions.ENGAGEMENT);
        posts.like(nodes.comment(page, id), false);
        return Map.of("success", true);
    }

    private Comment add(FacebookPage page, String id, String message, @Nullable String photo) {
        var from = new Comment.From(page.id(), page.name());
        var post = posts.find(id).filter(found -> found.page().equals(page.id()));
        if (post.isPresent()) {
            return posts.write(post.get(), from, message, null, photo, null);
        }
        var parent = nodes.comment(page, id);
        return posts.write(parent.post(), from, message, parent, photo, null);
    }

    private List<Comment> under(FacebookPage page, String id) {
        var post = posts.find(id).filter(found -> found.page().equals(page.id()));
        var parent = post.isPresent() ? null : nodes.comment(page, id);
        return posts.under(post.orElseGet(() -> Objects.requireNonNull(parent).post())).stream()
                .filter(comment -> !comment.removed() && comment.parent().orElse(null) == parent)
                .toList();
    }

    private FacebookPage page(GraphCall call, String permission) {
        var page = tokens.pageOf(tokens.check(call));
        GraphTokens.require(page, permission);
        return page;
    }
}
