package dev.pupitre.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Shelf} holds, in memory: asking costs nothing once it was read; only what has changed is read again.
 * What this node changes goes through here, so that it is seen at once.
 */
final class Mirror<I, D> {
    private final Shelf<I, D> shelf;
    private final Function<String, I> idOf;
    private final Consumer<I> changedHere;
    private volatile @Nullable Map<I, D> held;

    /** @param changedHere hears what this node has changed itself */
    Mirror(Shelf<I, D> shelf, Function<String, I> idOf, Consumer<I> changedHere) {
        this.shelf = shelf;
        this.idOf = idOf;
        this.changedHere = changedHere;
    }

    boolean isEmpty() {
        return held == null;
    }

    /** Reads the store the first time, and fails when it does not answer. */
    Map<I, D> all() {
        var present = held;
        if (present == null) {
            var _ = refresh();
            present = held;
        }
        return present == null ? Map.of() : present;
    }

    Optional<D> find(I id) {
        return Optional.ofNullable(all().get(id));
    }

    /** Looks what others have changed; tells what that is. */
    Set<I> refresh() {
        var before = held == null ? Map.<I, D>of() : held;
        var versions = new HashMap<I, Long>();
        shelf.versions().forEach((id, version) -> versions.put(idOf.apply(id), version));
        var stale = versions.entrySet().stream()
                .filter(there -> isOther(before.get(there.getKey()), there.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return merge(before, versions.keySet(), shelf.find(stale));
    }

    private boolean isOther(@Nullable D known, long version) {
        return known == null || shelf.version(known) != version;
    }

    /** What this node changed itself while it read is newer than what it has read. */
    private synchronized Set<I> merge(Map<I, D> before, Set<I> there, Collection<D> read) {
        var now = new HashMap<>(held == null ? Map.<I, D>of() : held);
        var changed = new HashSet<I>();
        for (var document : read) {
            var id = shelf.id(document);
            if (Objects.equals(now.get(id), before.get(id))) {
                now.put(id, document);
                changed.add(id);
            }
        }
        for (var gone : before.keySet()) {
            if (!there.contains(gone) && now.remove(gone, before.get(gone))) {
                changed.add(gone);
            }
        }
        held = Map.copyOf(now);
        return changed;
    }

    /** False when there is one with this id. */
    boolean add(D document) {
        return taken(shelf.add(document), document);
    }

    /** False when somebody else was faster. */
    boolean replace(D changed, D before) {
        return taken(shelf.replace(changed, shelf.version(before)), changed);
    }

    /** False when somebody else was faster. */
    boolean remove(D document) {
        var removed = shelf.remove(document);
        if (removed) {
            drop(shelf.id(document));
            changedHere.accept(shelf.id(document));
        }
        return removed;
    }

    private boolean taken(boolean written, D document) {
        if (written) {
            take(document);
            changedHere.accept(shelf.id(document));
        }
        return written;
    }

    private synchronized void take(D document) {
        var now = new HashMap<>(held == null ? Map.<I, D>of() : held);
        var known = now.get(shelf.id(document));
        if (known == null || shelf.version(known) < shelf.version(document)) {
            now.put(shelf.id(document), document);
        }
        held = held == null ? null : Map.copyOf(now);
    }

    private synchronized void drop(I id) {
        var now = new HashMap<>(held == null ? Map.<I, D>of() : held);
        now.remove(id);
        held = held == null ? null : Map.copyOf(now);
    }
}
