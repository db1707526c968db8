package dev.pupitre.rules;

import dev.pupitre.rules.DmnFile.Input;
import dev.pupitre.rules.DmnFile.Output;
import dev.pupitre.rules.DmnRefused.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sees to it that a table has the columns that Pupitre asks it by and reads its answer from, in their order: only the
 * labels may be others.
 */
final class TableColumns {
    private static final Map<TableName, DmnFile> PACKAGED = Arrays.stream(TableName.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), table -> DmnReader.parse(table, table.packaged())));

    private TableColumns() {}

    /** Whether this version of Pupitre asks the table by these columns: one that was changed by hand outlives upgrades. */
    static boolean fit(DmnFile file) {
        try {
            demand(file);
            return true;
        } catch (DmnRefused others) {
            return false;
        }
    }

    /** The same of what may be no table at all. */
    static boolean fit(TableName table, String dmn) {
        try {
            var _ = DmnReader.read(table, dmn);
            return true;
        } catch (DmnRefused others) {
            return false;
        }
    }

    /** @throws DmnRefused when it has others */
    static void demand(DmnFile file) {
        var packaged = Objects.requireNonNull(PACKAGED.get(file.table()));
        demand(
                Reason.OTHER_INPUTS,
                "inputs",
                packaged.inputs().stream().map(TableColumns::asked).toList(),
                file.inputs().stream().map(TableColumns::asked).toList(),
                file.inputs().stream().map(Input::line).toList());
        demand(
                Reason.OTHER_OUTPUTS,
                "outputs",
                packaged.outputs().stream().map(TableColumns::said).toList(),
                file.outputs().stream().map(TableColumns::said).toList(),
                file.outputs().stream().map(Output::line).toList());
    }

    private static void demand(
            Reason reason, String kind, List<String> expected, List<String> found, List<Integer> lines) {
        if (expected.equals(found)) {
            return;
        }
        var first = IntStream.range(0, found.size())
                .filter(column ->
                        column >= expected.size() || !found.get(column).equals(expected.get(column)))
                .boxed()
                .findFirst();
        throw new DmnRefused(
                reason,
                first.map(lines::get).orElse(lines.isEmpty() ? null : lines.getLast()),
                "Expected the %s %s, but the table has %s"
                        .formatted(kind, String.join(", ", expected), String.join(", ", found)));
    }

    private static String asked(Input input) {
        return input.expression() + " (" + input.type() + ")";
    }

    private static String said(Output output) {
        return output.name() + " (" + output.type() + ")";
    }
}
