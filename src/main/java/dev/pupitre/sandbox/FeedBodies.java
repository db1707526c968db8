package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Words what happens at a Page's posts as {@code changes}, as the reference of the webhook product "page" has them. */
@Profile("local")
@Component
class FeedBodies {
    private static final DateTimeFormatter GRAPH_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private final Clock clock;

    FeedBodies(Clock clock) {
        this.clock = clock;
    }

    static String graphTime(Instant at) {
        return GRAPH_TIME.format(at);
    }

    WebhookBody comment(Comment comment, String verb) {
        var value = JsonNodeFactory.instance.objectNode();
        from(value, comment.fromId(), comment.fromName());
        var post = value.putObject("post");
        post.put("status_type", "mobile_status_update");
        post.put("is_published", true);
        post.put("updated_time", graphTime(comment.at()));
        post.put("permalink_url", comment.post().link());
        post.put("promotion_status", "inactive");
        post.put("id", comment.post().id());
        if (!verb.equals("remove")) {
            value.put("message", comment.message());
            comment.photo().ifPresent(photo -> value.put("photo", photo));
        }
        value.put("post_id", comment.post().id());
        value.put("comment_id", comment.id());
        value.put("created_time", comment.at().getEpochSecond());
        value.put("item", "comment");
        value.put(
                "parent_id",
                comment.parent().map(Comment::id).orElse(comment.post().id()));
        value.put("verb", verb);
        return body(comment.page(), "feed", value);
    }

    WebhookBody post(Post post, FacebookPage page) {
        var value = JsonNodeFactory.instance.objectNode();
        var by = post.from() == null ? new Comment.From(page.id(), page.name()) : post.from();
        from(value, by.id(), by.name());
        value.put("message", post.message());
        if (post.photo() != null) {
            value.put("link", post.photo());
        }
        value.put("post_id", post.id());
        value.put("created_time", post.at().getEpochSecond());
        value.put("item", post.photo() != null ? "photo" : post.from() == null ? "status" : "post");
        value.put("published", 1);
        value.put("verb", "add");
        return body(page, "feed", value);
    }

    /** Meta does not tell who mentions a Page. */
    WebhookBody mention(FacebookPage page, String post, String message) {
        var value = JsonNodeFactory.instance.objectNode();
        value.put("post_id", post);
        value.put("message", message);
        value.put("created_time", clock.instant().getEpochSecond());
        value.put("item", "post");
        value.put("verb", "add");
        return body(page, "mention", value);
    }

    WebhookBody rating(FacebookPage page, String story, CustomerProfile by, boolean positive, String text) {
        var value = JsonNodeFactory.instance.objectNode();
        value.put("open_graph_story_id", story);
        value.put("reviewer_id", by.id());
        value.put("reviewer_name", by.name());
        value.put("recommendation_type", positive ? "POSITIVE" : "NEGATIVE");
        value.put("review_text", text);
        value.put("created_time", clock.instant().getEpochSecond());
        value.put("item", "rating");
        value.put("verb", "add");
        return body(page, "ratings", value);
    }

    private static void from(ObjectNode value, String id, String name) {
        value.putObject("from").put("id", id).put("name", name);
    }

    private WebhookBody body(FacebookPage page, String field, ObjectNode value) {
        return WebhookBody.change(page.id(), clock.instant().getEpochSecond(), field, value);
    }
}
