package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Lets Pages and visitors publish, and customers comment, mention and rate. */
@Profile("local")
@RestController
@RequestMapping("/sandbox/api")
class PostsController {
    private final Posts posts;
    private final Customers customers;
    private final FacebookPages pages;
    private final Samples samples;
    private final SandboxFiles files;

    PostsController(Posts posts, Customers customers, FacebookPages pages, Samples samples, SandboxFiles files) {
        this.posts = posts;
        this.customers = customers;
        this.pages = pages;
        this.samples = samples;
        this.files = files;
    }

    @GetMapping("/pages/{page}/posts")
    List<Post> posts(@PathVariable String page) {
        return posts.of(pages.require(page));
    }

    @PostMapping("/pages/{page}/posts")
    @ResponseStatus(HttpStatus.CREATED)
    Post publish(@PathVariable String page, @Valid @RequestBody NewPost post) {
        return posts.publish(pages.require(page), post.message(), photo(post.photo()));
    }

    record NewPost(
            @NotBlank @Size(max = 20_000) String message,
            @Nullable JsonNode photo) {}

    /** A visitor writes on the Page. */
    @PostMapping("/pages/{page}/visitor-posts")
    @ResponseStatus(HttpStatus.CREATED)
    Post visit(@PathVariable String page, @Valid @RequestBody VisitorPost post) {
        var thread = ofPage(post.customer(), page);
        return posts.publish(thread.page(), thread.profile(), post.message(), photo(post.photo()));
    }

    record VisitorPost(
            @NotBlank String customer,
            @NotBlank @Size(max = 20_000) String message,
            @Nullable JsonNode photo) {}

    @GetMapping("/posts/{id}/comments")
    List<Comment.View> comments(@PathVariable String id) {
        return posts.under(posts.require(id)).stream().map(Comment::view).toList();
    }

    @PostMapping("/posts/{id}/comments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Comment.View comment(@PathVariable String id, @Valid @RequestBody NewComment comment) {
        var post = posts.require(id);
        var thread = ofPage(comment.customer(), post.page());
        var from = new Comment.From(thread.profile().id(), thread.profile().name());
        var photo = photo(comment.photo());
        var message = comment.message() == null ? "" : comment.message();
        if (message.isBlank() && photo == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Expected a message or a photo, but no such");
        }
        return posts.write(post, from, message, parent(post, comment.parent()), photo, comment.timestamp())
                .view();
    }

    record NewComment(
            @NotBlank String customer,
            @Size(max = 8_000) @Nullable String message,
            @Nullable String parent,
            @Nullable JsonNode photo,
            @InstantOrMillis @Nullable Instant timestamp) {}

    @PostMapping("/posts/{id}/inbox")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Comment.View answerElsewhere(@PathVariable String id, @Valid @RequestBody PageComment comment) {
        var post = posts.require(id);
        var page = pages.require(post.page());
        var from = new Comment.From(page.id(), page.name());
        return posts.write(post, from, comment.message(), parent(post, comment.parent()), null, null)
                .view();
    }

    record PageComment(
            @NotBlank @Size(max = 8_000) String message,
            @Nullable String parent) {}

    @PutMapping("/comments/{id}")
    Comment.View edit(@PathVariable String id, @Valid @RequestBody Edit edit) {
        return posts.edit(alive(id), edit.message()).view();
    }

    record Edit(@NotBlank @Size(max = 8_000) String message) {}

    @DeleteMapping("/comments/{id}")
    Comment.View remove(@PathVariable String id) {
        return posts.remove(alive(id)).view();
    }

    @PutMapping("/comments/{id}/hidden")
    Comment.View hide(@PathVariable String id, @Valid @RequestBody Hiding hiding) {
        return posts.hide(alive(id), hiding.hidden()).view();
    }

    record Hiding(@NotNull Boolean hidden) {}

    @PostMapping("/pages/{page}/mentions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mention(@PathVariable String page, @Valid @RequestBody Mention mention) {
        var thread = ofPage(mention.customer(), page);
        posts.mention(thread.profile(), thread.page(), mention.message());
    }

    record Mention(
            @NotBlank String customer,
            @NotBlank @Size(max = 8_000) String message) {}

    @PostMapping("/pages/{page}/ratings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(@PathVariable String page, @Valid @RequestBody Rating rating) {
        var thread = ofPage(rating.customer(), page);
        var positive = rating.recommendation() == Recommendation.POSITIVE;
        posts.rate(thread.profile(), thread.page(), positive, rating.text() == null ? "" : rating.text());
    }

    record Rating(
            @NotBlank String customer,
            @NotNull Recommendation recommendation,
            @Size(max = 8_000) @Nullable String text) {}

    /** In the case that Meta's reference has. */
    enum Recommendation {
        @JsonProperty("positive")
        POSITIVE,
        @JsonProperty("negative")
        NEGATIVE
    }

    private CustomerThread ofPage(String customer, String page) {
        var thread = customers.require(customer);
        if (!thread.page().id().equals(page)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Expected a customer of the Page %s, but %s is not".formatted(page, customer));
        }
        return thread;
    }

    private Comment alive(String id) {
        var comment = posts.requireComment(id);
        if (comment.removed()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Expected a comment, but it was removed");
        }
        return comment;
    }

    private @Nullable Comment parent(Post post, @Nullable String id) {
        if (id == null) {
            return null;
        }
        var parent = posts.requireComment(id);
        if (!parent.post().equals(post)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Expected a comment of that post, but another's");
        }
        return parent;
    }

    private @Nullable String photo(@Nullable JsonNode photo) {
        if (photo == null || photo.isNull() || (photo.isBoolean() && !photo.booleanValue())) {
            return null;
        }
        return photo.isString() ? photo.asString() : files.link(samples.of("image"));
    }
}
