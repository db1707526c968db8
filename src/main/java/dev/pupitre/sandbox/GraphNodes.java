package dev.pupitre.sandbox;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of each object that the Graph API tells of. */
@Profile("local")
@Component
class GraphNodes {
    /** Fields of fields and their modifiers, which the sandbox does not need to choose its answer. */
    private static final Pattern NESTED = Pattern.compile("\\{[^{}]*}|\\.[a-z]+\\([^()]*\\)");

    private static final List<String> TASKS =
            List.of("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE");

    private final Customers customers;
    private final FacebookPages pages;
    private final Posts posts;
    private final SandboxFiles files;
    private final Samples samples;

    GraphNodes(Customers customers, FacebookPages pages, Posts posts, SandboxFiles files, Samples samples) {
        this.customers = customers;
        this.pages = pages;
        this.posts = posts;
        this.files = files;
        this.samples = samples;
    }

    static Set<String> names(String fields) {
        var flat = fields;
        while (NESTED.matcher(flat).find()) {
            flat = NESTED.matcher(flat).replaceAll("");
        }
        return new LinkedHashSet<>(Arrays.asList(flat.strip().split("\\s*,\\s*")));
    }

    static ObjectNode select(ObjectNode known, Set<String> wanted) {
        var selected = JsonNodeFactory.instance.objectNode();
        for (var name : wanted) {
            var value = known.get(name);
            if (value == null) {
                throw GraphError.invalidParameter("Tried accessing nonexisting field (%s)".formatted(name));
            }
            if (!value.isNull()) {
                selected.set(name, value);
            }
        }
        selected.set("id", known.get("id"));
        return selected;
    }

    /** What the Page may see: itself, its customers, posts, comments and personas. */
    Optional<ObjectNode> find(FacebookPage page, String id) {
        if (id.equals("me") || id.equals(page.id())) {
            return Optional.of(page(page));
        }
        return pages.find(id)
                .map(this::page)
                .or(() -> customers
                        .find(id)
                        .filter(thread -> thread.page().equals(page))
                        .map(thread -> customer(thread.profile())))
                .or(() -> posts.find(id)
                        .filter(post -> post.page().equals(page.id()))
                        .map(post -> post(post, page)))
                .or(() -> posts.findComment(id)
                        .filter(comment -> comment.page().equals(page) && !comment.removed())
                        .map(this::comment))
                .or(() -> Optional.ofNullable(page.personas().get(id)).map(GraphNodes::persona));
    }

    Comment comment(FacebookPage page, String id) {
        return posts.findComment(id)
                .filter(comment -> comment.page().equals(page) && !comment.removed())
                .orElseThrow(() -> GraphError.unknownObject(id));
    }

    ObjectNode comment(Comment comment) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", comment.id());
        node.put("created_time", FeedBodies.graphTime(comment.at()));
        node.putObject("from").put("name", comment.fromName()).put("id", comment.fromId());
        node.put("message", comment.message());
        node.put("is_hidden", comment.hidden());
        node.put("can_hide", !comment.fromPage());
        node.put("can_remove", true);
        node.put("can_comment", true);
        node.put("can_like", true);
        node.put("can_reply_privately", !comment.fromPage() && !comment.answeredPrivately());
        node.put("user_likes", comment.liked());
        node.put("like_count", comment.liked() ? 1 : 0);
        node.put("comment_count", 0);
        node.put("permalink_url", comment.post().link() + "?comment_id=" + comment.id());
        node.putNull("parent");
        node.putNull("attachment");
        comment.parent()
                .ifPresent(parent -> node.putObject("parent")
                        .put("created_time", FeedBodies.graphTime(parent.at()))
                        .put("message", parent.message())
                        .put("id", parent.id()));
        comment.photo()
                .ifPresent(photo -> node.putObject("attachment")
                        .put("type", "photo")
                        .put("url", photo)
                        .putObject("media")
                        .putObject("image")
                        .put("src", photo));
        return node;
    }

    private ObjectNode page(FacebookPage page) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", page.id());
        node.put("name", page.name());
        node.put("category", "Local business");
        node.put("link", "https://www.facebook.com/" + page.id());
        node.putObject("picture")
                .putObject("data")
                .put("height", 96)
                .put("is_silhouette", false)
                .put("url", portrait(new CustomerProfile(page.id(), page.name(), "#198038")))
                .put("width", 96);
        return node;
    }

    /** The Page as one of those that a person manages, with the token that opens it. */
    ObjectNode account(FacebookPage page, AccessToken token) {
        var node = page(page);
        node.put("access_token", token.value());
        node.putArray("category_list").addObject().put("id", "2500").put("name", "Local business");
        var tasks = node.putArray("tasks");
        TASKS.forEach(tasks::add);
        return node;
    }

    private ObjectNode customer(CustomerProfile profile) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", profile.id());
        node.put("name", profile.name());
        node.put("first_name", profile.firstName());
        node.put("last_name", profile.lastName());
        node.put("profile_pic", portrait(profile));
        node.put("locale", profile.locale());
        node.put("timezone", 1);
        node.put("gender", "female");
        return node;
    }

    private String portrait(CustomerProfile profile) {
        return files.link(samples.portrait(profile));
    }

    private static ObjectNode post(Post post, FacebookPage page) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", post.id());
        node.put("message", post.message());
        node.put("created_time", FeedBodies.graphTime(post.at()));
        node.put("permalink_url", post.link());
        node.put("full_picture", post.photo());
        node.put("picture", post.photo());
        node.put("story", (String) null);
        node.put("status_type", post.photo() == null ? "mobile_status_update" : "added_photos");
        node.put("is_published", true);
        var by = post.from() == null ? new Comment.From(page.id(), page.name()) : post.from();
        node.putObject("from").put("name", by.name()).put("id", by.id());
        return node;
    }

    private static ObjectNode persona(Persona persona) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", persona.id());
        node.put("name", persona.name());
        node.put("profile_picture_url", persona.picture());
        return node;
    }
}
