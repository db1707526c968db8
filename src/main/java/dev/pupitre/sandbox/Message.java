package dev.pupitre.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message in a customer's thread: what it says is fixed, what became of it changes. */
final class Message {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String mid;
    private final String customerId;
    private final boolean fromPage;
    private final String text;
    private final Instant at;
    private final @Nullable String metadata;
    private volatile boolean read;
    private volatile @Nullable String problem;

    private Message(
            String mid, String customerId, boolean fromPage, String text, Instant at, @Nullable String metadata) {
        this.mid = mid;
        this.customerId = customerId;
        this.fromPage = fromPage;
        this.text = text;
        this.at = at;
        this.metadata = metadata;
    }

    static Message fromCustomer(String mid, String customerId, String text, Instant at) {
        return new Message(mid, customerId, false, text, at, null);
    }

    static Message fromPage(String customerId, String text, Instant at, @Nullable String metadata) {
        return new Message(newMid(), customerId, true, text, at, metadata);
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
        return fromPage;
    }

    String text() {
        return text;
    }

    Instant at() {
        return at;
    }

    @Nullable
    String metadata() {
        return metadata;
    }

    boolean read() {
        return read;
    }

    void markRead() {
        read = true;
    }

    /** Returns whether this is news. */
    boolean problem(@Nullable String current) {
        var news = !Objects.equals(problem, current);
        problem = current;
        return news;
    }

    SandboxMessage view() {
        return new SandboxMessage(mid, customerId, fromPage, text, at, metadata, read, problem);
    }
}
