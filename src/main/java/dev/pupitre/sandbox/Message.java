package dev.pupitre.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message in a customer's thread: what was said first is fixed, what became of it changes. */
final class Message implements Subject {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String mid;
    private final String customerId;
    private final Instant at;
    private final Content content;
    private final Author author;
    private volatile String text;
    private volatile int edits;
    private volatile boolean removed;
    private volatile boolean read;
    private volatile @Nullable String reaction;
    private volatile @Nullable String pageReaction;
    private volatile @Nullable String problem;

    Message(String mid, String customerId, Instant at, Content content, Author author) {
        this.mid = mid;
        this.customerId = customerId;
        this.at = at;
        this.content = content;
        this.author = author;
        this.text = content.text();
    }

    /** Random, as a message of an earlier run must never be taken for a new one. */
    static String newMid() {
        var random = new byte[24];
        RANDOM.nextBytes(random);
        return "m_" + Base64.getUrlEncoder().encodeToString(random);
    }

    String mid() {
        return mid;
    }

    String customerId() {
        return customerId;
    }

    boolean fromPage() {
        return author.fromPage();
    }

    Author author() {
        return author;
    }

    Content content() {
        return content;
    }

    String text() {
        return text;
    }

    Instant at() {
        return at;
    }

    int edits() {
        return edits;
    }

    boolean removed() {
        return removed;
    }

    boolean read() {
        return read;
    }

    void markRead() {
        read = true;
    }

    void edit(String changed, int number) {
        text = changed;
        edits = number;
    }

    void remove() {
        removed = true;
    }

    void react(@Nullable String emoji) {
        reaction = emoji;
    }

    void reactAsPage(@Nullable String emoji) {
        pageReaction = emoji;
    }

    @Override
    public boolean problem(@Nullable String current) {
        var news = !Objects.equals(problem, current);
        problem = current;
        return news;
    }

    @Override
    public void show(SandboxFeed feed) {
        feed.message(this);
    }

    /** What a list shows of it. */
    String summary() {
        return text.isEmpty() && !content.attachments().isEmpty()
                ? "[%s]".formatted(content.attachments().getFirst().type())
                : text;
    }

    SandboxMessage view() {
        return new SandboxMessage(
                mid,
                customerId,
                author.fromPage(),
                removed ? "" : text,
                at,
                author.metadata(),
                read,
                problem,
                content.kind(),
                removed
                        ? List.of()
                        : content.attachments().stream().map(Attached::view).toList(),
                content.quickReplies(),
                removed ? null : content.template(),
                content.replyTo(),
                reaction,
                pageReaction,
                author.persona(),
                author.app(),
                author.type(),
                author.tag(),
                author.comment(),
                edits,
                removed);
    }
}
