package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The Pages' posts and what is written under them; kept in memory only. */
@Profile("local")
@Order(1)
@Component
class Posts implements Forgets {
    private static final int CAPACITY = 100_000;

    /** Numbers start with the time, so that none of an earlier run comes to mean another post or comment. */
    private final AtomicLong numbers;

    private final FacebookPages pages;
    private final FeedBodies bodies;
    private final WebhookDelivery delivery;
    private final SandboxFeed feed;
    private final Clock clock;
    private final Map<String, Post> posts = new ConcurrentHashMap<>();
    private final Map<String, Comment> comments = new ConcurrentHashMap<>();
    private final Set<String> answeredPrivately = ConcurrentHashMap.newKeySet();
    private final Map<String, WebhookLane> lanes = new ConcurrentHashMap<>();

    Posts(FacebookPages pages, FeedBodies bodies, WebhookDelivery delivery, SandboxFeed feed, Clock clock) {
        this.pages = pages;
        this.bodies = bodies;
        this.delivery = delivery;
        this.feed = feed;
        this.clock = clock;
        this.numbers = new AtomicLong(clock.millis() * 1_000);
        startAnew();
    }

    List<Post> of(FacebookPage page) {
        return posts.values().stream()
                .filter(post -> post.page().equals(page.id()))
                .sorted(Comparator.comparing(Post::at).thenComparing(Post::id).reversed())
                .toList();
    }

    Optional<Post> find(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    Optional<Comment> findComment(String id) {
        return Optional.ofNullable(comments.get(id));
    }

    Post require(String id) {
        return find(id).orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The sandbox has no post " + id));
    }

    Comment requireComment(String id) {
        return findComment(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The sandbox has no comment " + id));
    }

    List<Comment> under(Post post) {
        return comments.values().stream()
                .filter(comment -> comment.post().equals(post))
                .sorted(Comparator.comparing(Comment::at).thenComparing(Comment::id))
                .toList();
    }

    Post publish(FacebookPage page, String message, @Nullable String photo) {
        return tellOf(add(page, Long.toString(numbers.incrementAndGet()), null, message, photo), page);
    }

    /** A visitor writes on the Page. */
    Post publish(FacebookPage page, CustomerProfile visitor, String message, @Nullable String photo) {
        var from = new Comment.From(visitor.id(), visitor.name());
        return tellOf(add(page, Long.toString(numbers.incrementAndGet()), from, message, photo), page);
    }

    private Post tellOf(Post post, FacebookPage page) {
        tell(page, page.id(), "feed", bodies.post(post, page), Subject.NONE);
        feed.post(post);
        return post;
    }

    Comment write(
            Post post,
            Comment.From from,
            String message,
            @Nullable Comment parent,
            @Nullable String photo,
            @Nullable Instant at) {
        if (comments.size() >= CAPACITY) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Expected at most %d comments".formatted(CAPACITY));
        }
        var id = "%s_%d".formatted(post.id().substring(post.id().indexOf('_') + 1), numbers.incrementAndGet());
        var comment = new Comment(
                id,
                post,
                pages.require(post.page()),
                parent,
                from.id(),
                from.name(),
                message,
                photo,
                at == null ? clock.instant() : at);
        comments.put(id, comment);
        changed(comment, "add");
        return comment;
    }

    Comment edit(Comment comment, String message) {
        comment.edit(message);
        return changed(comment, "edited");
    }

    /** The replies go with it. */
    Comment remove(Comment comment) {
        under(comment.post()).stream()
                .filter(reply -> reply.parent().filter(comment::equals).isPresent() && !reply.removed())
                .forEach(reply -> {
                    reply.remove();
                    feed.comment(reply);
                });
        comment.remove();
        return changed(comment, "remove");
    }

    Comment hide(Comment comment, boolean hidden) {
        comment.hide(hidden);
        return changed(comment, hidden ? "hide" : "unhide");
    }

    /** Meta tells a Page's likes as reactions to the post, which nobody needs here. */
    void like(Comment comment, boolean liked) {
        comment.like(liked);
        feed.comment(comment);
    }

    boolean isAnsweredPrivately(Post post) {
        return answeredPrivately.contains(post.id());
    }

    void answeredPrivately(Post post) {
        answeredPrivately.add(post.id());
    }

    void answeredPrivately(Comment comment) {
        comment.answerPrivately();
        feed.comment(comment);
    }

    void mention(CustomerProfile by, FacebookPage page, String message) {
        var post = "%s_%d".formatted(by.id(), numbers.incrementAndGet());
        tell(page, page.id(), "mention", bodies.mention(page, post, message), Subject.NONE);
    }

    void rate(CustomerProfile by, FacebookPage page, boolean positive, String text) {
        var story = Long.toString(numbers.incrementAndGet());
        tell(page, page.id(), "ratings", bodies.rating(page, story, by, positive, text), Subject.NONE);
    }

    @Override
    public final void startAnew() {
        lanes.values().forEach(WebhookLane::close);
        lanes.clear();
        comments.clear();
        posts.clear();
        answeredPrivately.clear();
        add(pages.own(), "1000001", null, "Nouveau : le café de saison est arrivé. Qui passe le goûter ?", null);
    }

    private Post add(
            FacebookPage page, String number, Comment.@Nullable From from, String message, @Nullable String photo) {
        var post = new Post(
                "%s_%s".formatted(page.id(), number),
                page.id(),
                from,
                message,
                photo,
                "https://www.facebook.com/%s/posts/%s".formatted(page.id(), number),
                clock.instant());
        posts.put(post.id(), post);
        return post;
    }

    private Comment changed(Comment comment, String verb) {
        feed.comment(comment);
        tell(comment.page(), comment.post().id(), "feed", bodies.comment(comment, verb), comment);
        return comment;
    }

    /** What happens under one post arrives in order. */
    private void tell(FacebookPage page, String thread, String field, WebhookBody body, Subject about) {
        if (page.hears(field)) {
            lanes.computeIfAbsent(thread, id -> delivery.newLane()).add(new Webhook(body, about));
        }
    }
}
