package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import com.restfb.util.DateUtils;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What the Page does with comments under its posts (Graph API reference, comment). */
@Component
public class GraphComments {
    private static final Logger LOG = LoggerFactory.getLogger(GraphComments.class);
    private static final int LOOKED_AT = 100;

    private final GraphClients clients;

    GraphComments(GraphClients clients) {
        this.clients = clients;
    }

    /**
     * Answers a comment for all to read.
     *
     * @return Meta's id of the answer
     */
    public String answer(PageAccess access, String comment, String text) {
        return clients.call("comment", access, client -> {
            var answer = client.publish(path(comment, "/comments"), JsonObject.class, Parameter.with("message", text));
            return GraphAnswers.id(answer, "id");
        });
    }

    /**
     * Finds an answer of the Page that nobody confirmed: comments carry no metadata, so it is told by author, text and
     * time.
     *
     * @param since when the call that may have made it began, by our clock
     * @param others the Page's answers that are known already
     */
    public Optional<String> find(PageAccess access, String comment, String text, Instant since, Set<String> others) {
        return clients.call("find-comment", access, client -> {
            var found = client.fetchObject(
                    path(comment, "/comments"),
                    JsonObject.class,
                    Parameter.with("filter", "stream"),
                    Parameter.with("order", "reverse_chronological"),
                    Parameter.with("limit", LOOKED_AT),
                    Parameter.withFields("id,message,from{id},created_time"));
            return Optional.ofNullable(found.get("data")).filter(data -> data.isArray()).stream()
                    .flatMap(data -> StreamSupport.stream(data.asArray().spliterator(), false))
                    .filter(item -> item.isObject())
                    .map(item -> item.asObject())
                    .filter(item -> isBy(access, item) && isNoOlder(item, since))
                    .filter(item -> GraphAnswers.text(item, "message")
                            .filter(text.strip()::equals)
                            .isPresent())
                    .flatMap(item -> GraphAnswers.text(item, "id").stream())
                    .filter(id -> !others.contains(id))
                    .findFirst();
        });
    }

    /** The comment that this one answers; empty when it answers the post itself. */
    public Optional<String> parent(PageAccess access, String comment) {
        return clients.call("comment-parent", access, client -> {
            var found = client.fetchObject(path(comment, ""), JsonObject.class, Parameter.withFields("parent"));
            return found.get("parent") instanceof JsonObject parent
                    ? GraphAnswers.text(parent, "id")
                    : Optional.empty();
        });
    }

    /** What a post shows; empty when Meta does not tell. */
    public Optional<PagePost> post(PageAccess access, String post) {
        try {
            return Optional.of(clients.call("post", access, client -> {
                var found = client.fetchObject(
                        path(post, ""), JsonObject.class, Parameter.withFields("message,permalink_url,full_picture"));
                return new PagePost(
                        GraphAnswers.text(found, "message").orElse(null),
                        GraphAnswers.text(found, "permalink_url").orElse(null),
                        GraphAnswers.text(found, "full_picture").orElse(null));
            }));
        } catch (GraphFailure untold) {
            LOG.debug("The post is shown by its link alone: {}", untold.getMessage(), untold);
            return Optional.empty();
        }
    }

    private static boolean isBy(PageAccess access, JsonObject comment) {
        return comment.get("from") instanceof JsonObject author
                && GraphAnswers.text(author, "id")
                        .filter(access.page().value()::equals)
                        .isPresent();
    }

    private static boolean isNoOlder(JsonObject comment, Instant since) {
        return GraphAnswers.text(comment, "created_time")
                .map(DateUtils::toDateFromLongFormat)
                .filter(date -> !date.toInstant().isBefore(since))
                .isPresent();
    }

    public void hide(PageAccess access, String comment, boolean hidden) {
        var _ = clients.call(
                "hide-comment",
                access,
                client -> client.publish(path(comment, ""), JsonObject.class, Parameter.with("is_hidden", hidden)));
    }

    public void like(PageAccess access, String comment) {
        var _ = clients.call(
                "like-comment", access, client -> client.publish(path(comment, "/likes"), JsonObject.class));
    }

    public void unlike(PageAccess access, String comment) {
        var _ = clients.call("unlike-comment", access, client -> client.deleteObject(path(comment, "/likes")));
    }

    public void delete(PageAccess access, String comment) {
        var _ = clients.call("delete-comment", access, client -> client.deleteObject(path(comment, "")));
    }

    private static String path(String comment, String edge) {
        return UriUtils.encodePathSegment(comment, UTF_8) + edge;
    }
}
