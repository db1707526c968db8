package dev.pupitre.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table says to one set of facts. */
public sealed interface TableAnswer {
    /**
     * It has decided.
     *
     * @param row the row that matched, the first is 1; null where none did and the outputs are the table's defaults
     * @param outputs by name, a text, a number, true, false or null
     */
    record Decided(@Nullable Integer row, Map<String, @Nullable Object> outputs) implements TableAnswer {}

    /** No row matched. */
    record Undecided() implements TableAnswer {}

    /** It cannot be evaluated: the conversation would stop at it. */
    record Failed(String message) implements TableAnswer {}

    /** It depends on something that is not known, so that nobody can tell. */
    record Unknown() implements TableAnswer {}
}
