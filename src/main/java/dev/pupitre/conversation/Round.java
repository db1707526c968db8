package dev.pupitre.conversation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes round and round through what may be more than is to be taken up at once, a page each time: what stays where it is
 * hides nothing that comes behind it.
 */
final class Round<T> {
    private final int pageSize;
    private final Function<@Nullable T, List<T>> after;
    private @Nullable T last;

    /** @param after at most {@code pageSize} of them in a fixed order, from behind this one on or, for null, from the first */
    Round(int pageSize, Function<@Nullable T, List<T>> after) {
        this.pageSize = pageSize;
        this.after = after;
    }

    /** The next page; after the last one the first again. */
    synchronized void next(Consumer<T> each) {
        var page = after.apply(last);
        last = page.size() < pageSize ? null : page.getLast();
        page.forEach(each);
    }

    /** All of them, once. */
    synchronized void whole(Consumer<T> each) {
        last = null;
        do {
            next(each);
        } while (last != null);
    }
}
