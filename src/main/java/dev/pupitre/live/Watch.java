package dev.pupitre.live;

import dev.pupitre.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What nodes tell each other of one who looks, or does no longer.
 *
 * @param tab by which of their windows; null where it does not tell them apart
 * @param there false when they left
 */
record Watch(String about, Watcher watcher, @Nullable String tab, boolean there) {
    /** Each window of a user is there for itself: closing one leaves the others. */
    record Place(UserId user, @Nullable String tab) {}

    Place place() {
        return new Place(watcher.id(), tab);
    }
}
