package dev.pupitre.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of this node. Every connection reads them at its own pace, so that a slow one costs no memory and
 * holds up nobody: it finds its next change overwritten.
 */
final class RecentChanges {
    private final AtomicReferenceArray<@Nullable Entry> slots;
    private final Clock clock;
    private final Duration overlap;
    private final long startedAt;
    private long lastId;
    private volatile long end;

    RecentChanges(int capacity, Duration overlap, Clock clock) {
        this.slots = new AtomicReferenceArray<>(capacity);
        this.overlap = overlap;
        this.clock = clock;
        this.startedAt = now();
    }

    synchronized void append(Change change) {
        var position = end;
        lastId = Math.max(lastId + 1, now());
        slots.set((int) (position % slots.length()), new Entry(position, lastId, change));
        end = position + 1;
    }

    /** The position of the next change. */
    long end() {
        return end;
    }

    /** What a browser that has seen everything so far remembers. */
    long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /** The change at a position before the end; empty when newer ones have overwritten it. */
    Optional<Entry> at(long position) {
        return Optional.ofNullable(slots.get((int) (position % slots.length())))
                .filter(entry -> entry.position() == position);
    }

    /**
     * Where a browser goes on that has seen the change with this id, perhaps on another node; empty when changes that it
     * may have missed are no longer here.
     */
    OptionalLong positionAfter(long id) {
        var seen = id - overlap.toNanos() / 1000;
        for (var position = end; position > 0; position--) {
            var before = at(position - 1);
            if (before.isEmpty()) {
                return OptionalLong.empty();
            }
            if (before.get().id() <= seen) {
                return OptionalLong.of(position);
            }
        }
        return seen >= startedAt ? OptionalLong.of(0) : OptionalLong.empty();
    }
}
