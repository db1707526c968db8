package dev.pupitre.store;

import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A stretch of a {@link SortedIndex}: all documents that a query asks for, in the order asked for, perhaps with others. */
final class Stretch {
    private final MVMap<byte[], Object> entries;
    private final byte[] beginning;
    private final boolean exact;

    /** @param exact whether there are no others */
    Stretch(MVMap<byte[], Object> entries, byte[] beginning, boolean exact) {
        this.entries = entries;
        this.beginning = beginning;
        this.exact = exact;
    }

    boolean isExact() {
        return exact;
    }

    long count() {
        return indexOf(SortKey.after(beginning)) - indexOf(beginning);
    }

    /** The documents' positions, without the first ones. */
    Iterator<Object> positions(long skipped) {
        var from = indexOf(beginning) + skipped;
        var to = indexOf(SortKey.after(beginning));
        if (from >= to) {
            return List.of().iterator();
        }
        var cursor = entries.cursor(entries.getKey(from), entries.getKey(to - 1), false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Object next() {
                cursor.next();
                return cursor.getValue();
            }
        };
    }

    private long indexOf(byte @Nullable [] key) {
        if (key == null) {
            return entries.sizeAsLong();
        }
        var at = entries.getKeyIndex(key);
        return at < 0 ? -(at + 1) : at;
    }
}
