package dev.pupitre.day;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the store has of a conversation: read by its key, so that to wait for it costs little. */
record Seen(Document document) {
    /** Ours that got as far as the stand-in tells of by itself. */
    private static final List<String> ARRIVED = List.of("DELIVERED", "READ");

    String conversation() {
        return document.getString("conversationId");
    }

    String state() {
        return document.getString("state");
    }

    Optional<String> assignee() {
        return Optional.ofNullable(document.get("assignee", Document.class)).map(agent -> agent.getString("_id"));
    }

    boolean isDone() {
        return document.getList("due", Document.class, List.of()).isEmpty();
    }

    int unanswered() {
        return document.getInteger("unanswered", 0);
    }

    int received() {
        return (int) messages().stream().filter(message -> is(message, "IN")).count();
    }

    int sent() {
        return (int) messages().stream().filter(message -> is(message, "OUT")).count();
    }

    boolean allArrived() {
        return messages().stream()
                .filter(message -> is(message, "OUT"))
                .allMatch(message -> ARRIVED.contains(message.getString("status")));
    }

    /** How many lines say that something was not sent. */
    int spared() {
        return (int) messages().stream()
                .map(Seen::happening)
                .filter(type -> "NOT_SENT".equals(type))
                .count();
    }

    @Nullable
    Instant queuedAt() {
        return at(document, "queuedAt");
    }

    @Nullable
    Instant assignedAt() {
        return at(document, "assignedAt");
    }

    Instant lastActivityAt() {
        var at = at(document, "lastActivityAt");
        if (at == null) {
            throw new IllegalStateException("Expected a time in " + document);
        }
        return at;
    }

    boolean isLost() {
        var service = document.get("service", Document.class);
        return service != null && at(service, "lostAt") != null;
    }

    boolean waitsForOpening() {
        var course = document.get("course", Document.class);
        return course != null && at(course, "opensAt") != null;
    }

    private List<Document> messages() {
        return document.getList("messages", Document.class, List.of());
    }

    private static boolean is(Document message, String direction) {
        return direction.equals(message.getString("direction")) && happening(message) == null;
    }

    private static @Nullable String happening(Document message) {
        var extras = message.get("extras", Document.class);
        var happening = extras == null ? null : extras.get("happening", Document.class);
        return happening == null ? null : happening.getString("type");
    }

    private static @Nullable Instant at(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
