package dev.pupitre.engine;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;

/**
 * A table as it decides in process; another version replaces it as a whole.
 *
 * @param version null while nobody has told
 * @param ahead by how much the version exceeds the number that the engine counts it by: an engine that was emptied
 *     begins at 1 again
 * @param edition counts the tables that were taken, so that what was worked out by one is not believed of the next
 */
record LoadedTable(
        ParsedDmn dmn,
        TableRows rows,
        TableRuns runs,
        @Nullable Integer version,
        int ahead,
        int edition) {
    /** Every decision of the file. */
    static Map<String, LoadedTable> parse(DmnEngine engine, InputStream file) {
        var parsed = engine.parse(file);
        if (parsed.isLeft()) {
            throw new TableRefused(parsed.left().toOption().get().message(), null);
        }
        var dmn = parsed.toOption().get();
        var tables = new HashMap<String, LoadedTable>();
        var decisions = dmn.decisionsById().valuesIterator();
        while (decisions.hasNext()) {
            var decision = decisions.next();
            var rows = TableRows.of(dmn.model(), decision.id());
            var runs = new TableRuns(new CompiledTable(engine, dmn, decision));
            tables.put(decision.id(), new LoadedTable(dmn, rows, runs, null, 0, 0));
        }
        return tables;
    }

    LoadedTable as(int number, int byEngine) {
        return new LoadedTable(dmn, rows, runs, number, number - byEngine, edition);
    }

    /** What takes the place of another. */
    LoadedTable after(@Nullable LoadedTable before) {
        return new LoadedTable(dmn, rows, runs, version, ahead, before == null ? 0 : before.edition + 1);
    }
}
