package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.engine.DecisionTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table decided about a conversation, and by which row.
 *
 * @param version the table's, as the engine counts it; null where it has not told
 * @param row the matching row, the first is 1; null where it is not known
 * @param description what the analysts wrote beside the row
 * @param outputs by name, as the engine gave them; where it has not told, as they follow from the row
 * @param inputs what the table was asked, column by column; empty where it is not known
 * @param remark what else is to be said, such as why the row is not known; mostly null
 * @param coded the same for screens, which have their own words; null beside a remark of an earlier version
 */
public record Decision(
        String table,
        @Nullable Integer version,
        @Nullable Integer row,
        @Nullable String description,
        Map<String, Object> outputs,
        List<DecisionTables.Input> inputs,
        @Nullable String remark,
        @Nullable Remark coded,
        Instant at) {
    /** One of an earlier version did not keep what was asked. */
    public Decision {
        inputs = requireNonNullElse(inputs, List.of());
    }

    /** Of which is not known what was asked. */
    public Decision(
            String table,
            @Nullable Integer version,
            @Nullable Integer row,
            @Nullable String description,
            Map<String, Object> outputs,
            @Nullable String remark,
            @Nullable Remark coded,
            Instant at) {
        this(table, version, row, description, outputs, List.of(), remark, coded, at);
    }

    /** What a table says. */
    static Decision of(String table, DecisionTables.Explanation why, Instant at) {
        return new Decision(
                table, why.version(), why.row(), why.description(), why.outputs(), why.inputs(), null, null, at);
    }

    Decision remarked(Remark said) {
        return new Decision(table, version, row, description, outputs, inputs, said.words(), said, at);
    }
}
