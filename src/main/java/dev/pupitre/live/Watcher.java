package dev.pupitre.live;

import dev.pupitre.kernel.UserId;
import java.time.Instant;

/**
 * Somebody who looks at something.
 *
 * @param until after which nobody believes it any more, unless it was said again
 */
public record Watcher(UserId id, String name, boolean typing, Instant until) {
    /** The same user in another window. */
    Watcher with(Watcher other) {
        return new Watcher(id, name, typing || other.typing, until.isAfter(other.until) ? until : other.until);
    }
}
