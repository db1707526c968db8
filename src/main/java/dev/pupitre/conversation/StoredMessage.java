package dev.pupitre.conversation;

import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in its conversation's document.
 *
 * @param key the same message has the same key however often it comes: Meta's {@code mid}, or the key a client chose
 * @param mid Meta's id, known of ours once it is sent
 * @param sentAt when the call that sent it began, or Meta's time of it: no receipt from before can be about it
 */
record StoredMessage(
        MessageId id,
        String key,
        Direction direction,
        Author author,
        String text,
        Instant at,
        MessageStatus status,
        @Nullable String reason,
        @Nullable String mid,
        @Nullable Instant sentAt) {

    static StoredMessage received(MessageId id, String key, Author author, String text, Instant at) {
        return new StoredMessage(id, key, Direction.IN, author, text, at, MessageStatus.RECEIVED, null, key, null);
    }

    static StoredMessage queued(MessageId id, String key, Author author, String text, Instant at) {
        return new StoredMessage(id, key, Direction.OUT, author, text, at, MessageStatus.QUEUED, null, null, null);
    }

    /** Written by the Page, but not by us. */
    static StoredMessage echoed(MessageId id, String mid, String text, Instant at) {
        return new StoredMessage(
                id, mid, Direction.OUT, Author.metaInbox(), text, at, MessageStatus.SENT, null, mid, at);
    }

    Instant handedOverAt() {
        return sentAt == null ? at : sentAt;
    }

    /** The message as the desk sees it, its customer named as known now. */
    Message at(int seq, Party customer) {
        var writer = author.kind() == Author.Kind.CUSTOMER ? Author.customer(customer) : author;
        return new Message(id, seq, direction, writer, text, at, status, reason);
    }
}
