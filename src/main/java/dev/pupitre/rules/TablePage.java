package dev.pupitre.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a table's page shows.
 *
 * @param outdated whether its columns are those of an earlier Pupitre: it goes on deciding, but cannot be changed
 * @param recorded whether its decisions are kept with conversations
 * @param current with what it says
 * @param fired how often each row decided about conversations that were opened in the last days; empty for a table
 *     whose decisions are not recorded
 * @param approval whether a change takes effect only when another person has approved of it
 */
record TablePage(
        String table,
        String name,
        @Nullable String description,
        int rows,
        boolean outdated,
        boolean recorded,
        VersionView current,
        List<DraftView> drafts,
        List<Column> inputs,
        List<Column> outputs,
        List<Fired.RowFired> fired,
        boolean approval) {
    /**
     * A column.
     *
     * @param expression what an input is worked out from, or the name of an output
     * @param choices what there is that a cell may name; null where anything may be written
     */
    record Column(
            String label,
            String expression,
            @Nullable String type,
            @Nullable List<Choice> choices) {}
}
