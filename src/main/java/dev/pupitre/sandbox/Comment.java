package dev.pupitre.sandbox;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment under a post, or a reply under a comment; its post guards what changes. */
final class Comment implements Subject {
    private final String id;
    private final Post post;
    private final FacebookPage page;
    private final @Nullable Comment parent;
    private final String fromId;
    private final String fromName;
    private final @Nullable String photo;
    private final Instant at;
    private volatile String message;
    private volatile boolean edited;
    private volatile boolean removed;
    private volatile boolean hidden;
    private volatile boolean liked;
    private volatile boolean answeredPrivately;
    private volatile @Nullable String problem;

    Comment(
            String id,
            Post post,
            FacebookPage page,
            @Nullable Comment parent,
            String fromId,
            String fromName,
            String message,
            @Nullable String photo,
            Instant at) {
        this.id = id;
        this.post = post;
        this.page = page;
        this.parent = parent;
        this.fromId = fromId;
        this.fromName = fromName;
        this.message = message;
        this.photo = photo;
        this.at = at;
    }

    String id() {
        return id;
    }

    Post post() {
        return post;
    }

    FacebookPage page() {
        return page;
    }

    Optional<Comment> parent() {
        return Optional.ofNullable(parent);
    }

    String fromId() {
        return fromId;
    }

    String fromName() {
        return fromName;
    }

    boolean fromPage() {
        return fromId.equals(page.id());
    }

    String message() {
        return message;
    }

    Optional<String> photo() {
        return Optional.ofNullable(photo);
    }

    Instant at() {
        return at;
    }

    boolean removed() {
        return removed;
    }

    boolean hidden() {
        return hidden;
    }

    boolean liked() {
        return liked;
    }

    boolean answeredPrivately() {
        return answeredPrivately;
    }

    void edit(String changed) {
        message = changed;
        edited = true;
    }

    void remove() {
        removed = true;
    }

    void hide(boolean wanted) {
        hidden = wanted;
    }

    void like(boolean wanted) {
        liked = wanted;
    }

    void answerPrivately() {
        answeredPrivately = true;
    }

    @Override
    public boolean problem(@Nullable String current) {
        var news = !Objects.equals(problem, current);
        problem = current;
        return news;
    }

    @Override
    public void show(SandboxFeed feed) {
        feed.comment(this);
    }

    View view() {
        return new View(
                id,
                post.id(),
                parent == null ? null : parent.id,
                new From(fromId, fromName),
                fromPage(),
                removed ? "" : message,
                removed ? null : photo,
                at,
                edited,
                removed,
                hidden,
                liked,
                answeredPrivately,
                problem);
    }

    record From(String id, String name) {}

    /** What the sandbox's page shows of it. */
    record View(
            String id,
            String post,
            @Nullable String parent,
            From from,
            boolean fromPage,
            String message,
            @Nullable String photo,
            Instant at,
            boolean edited,
            boolean removed,
            boolean hidden,
            boolean liked,
            boolean answeredPrivately,
            @Nullable String problem) {}
}
