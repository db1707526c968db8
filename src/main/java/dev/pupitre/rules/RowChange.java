package dev.pupitre.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a row.
 *
 * @param from its number before; null for one that is new
 * @param to its number after; null for one that is gone
 * @param moved whether it has another place among those that stayed; the only change of one whose kind is MOVED
 * @param annotation what is written beside it, after the change where it is still there
 * @param cells those that differ; of a new row or one that is gone all that say something
 */
record RowChange(
        Kind kind,
        @Nullable Integer from,
        @Nullable Integer to,
        boolean moved,
        @Nullable String annotation,
        List<CellChange> cells) {
    /** In small letters on the line. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One cell.
     *
     * @param column the first input is 1, outputs come after the inputs; 0 is what is written beside the row
     */
    record CellChange(
            int column, @Nullable String before, @Nullable String after) {}
}
