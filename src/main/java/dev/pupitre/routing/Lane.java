package dev.pupitre.routing;

import dev.pupitre.kernel.ConversationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first of those who wait in one pool, as this node knows them; the store has them all. */
final class Lane {
    /** What is read at once; an agent is found for the first of them, or for none. */
    static final int WINDOW = 500;

    private final String pool;
    private final TreeSet<QueueEntry> first = new TreeSet<>(QueueEntry.AS_SERVED);
    private final Map<ConversationId, QueueEntry> byId = new HashMap<>();
    private boolean complete;
    private boolean read;
    private @Nullable String foreignTag;

    Lane(String pool) {
        this.pool = pool;
    }

    String pool() {
        return pool;
    }

    /** Another node left this tag: what it has put in is not known here, unless it was read since. */
    synchronized void noticeForeign(String tag) {
        if (!Objects.equals(foreignTag, tag)) {
            foreignTag = tag;
            read = false;
        }
    }

    /** Comes after the entry is in the store. */
    synchronized void add(QueueEntry entry) {
        forget(entry.conversation());
        if (complete || (!first.isEmpty() && QueueEntry.AS_SERVED.compare(entry, first.last()) < 0)) {
            keep(entry);
        }
        while (first.size() > 2 * WINDOW) {
            forget(first.last().conversation());
            complete = false;
        }
    }

    synchronized void forget(QueueEntry entry) {
        if (entry.equals(byId.get(entry.conversation()))) {
            forget(entry.conversation());
        }
    }

    synchronized void forget(ConversationId conversation) {
        var known = byId.remove(conversation);
        if (known != null) {
            first.remove(known);
        }
    }

    /** The first ones in order, read anew if they are not known for certain. */
    synchronized List<QueueEntry> first(Supplier<Collection<QueueEntry>> store) {
        if (!read || (first.isEmpty() && !complete)) {
            var stored = store.get();
            first.clear();
            byId.clear();
            stored.forEach(this::keep);
            complete = stored.size() < WINDOW;
            read = true;
        }
        return List.copyOf(first);
    }

    /** What is known is not to be relied on. */
    synchronized void doubt() {
        read = false;
    }

    private void keep(QueueEntry entry) {
        first.add(entry);
        byId.put(entry.conversation(), entry);
    }
}
