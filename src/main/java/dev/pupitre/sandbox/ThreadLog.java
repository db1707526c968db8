package dev.pupitre.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The messages of a thread in the order they came, guarded by the thread; load tests run for long: the oldest are forgotten. */
final class ThreadLog {
    private static final int REMEMBERED = 10_000;

    private final LinkedHashMap<String, Message> messages = new LinkedHashMap<>();
    private final List<Message> unread = new ArrayList<>();
    private @Nullable Message last;

    Optional<Message> find(String mid) {
        return Optional.ofNullable(messages.get(mid));
    }

    Message require(String mid) {
        return find(mid)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The thread has no message " + mid));
    }

    /** One of the customer's own, which they may change. */
    Message requireOwn(String mid) {
        var message = require(mid);
        if (message.fromPage()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Expected the customer's message, but the Page's");
        }
        return message;
    }

    void add(Message message) {
        messages.put(message.mid(), message);
        if (message.fromPage()) {
            unread.add(message);
        }
        if (messages.size() > REMEMBERED) {
            var oldest = Objects.requireNonNull(messages.pollFirstEntry()).getValue();
            unread.remove(oldest);
        }
        last = message;
    }

    List<Message> all() {
        return List.copyOf(messages.values());
    }

    /** The Page's messages that the customer had not seen yet, oldest first; now they have. */
    List<Message> takeUnread() {
        var seen = List.copyOf(unread);
        unread.clear();
        return seen;
    }

    int unreadCount() {
        return unread.size();
    }

    Optional<Message> last() {
        return Optional.ofNullable(last);
    }
}
