package dev.pupitre.rules;

import dev.pupitre.rules.DmnFile.Row;
import dev.pupitre.rules.RowChange.CellChange;
import dev.pupitre.rules.RowChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two contents of a table row by row.
 *
 * <p>A row is known again by its id, which it keeps when it is moved or changed, or else by what it says.
 */
final class RowDiff {
    private static final Comparator<RowChange> BY_PLACE = Comparator.comparingInt((RowChange change) ->
                    Objects.requireNonNullElse(change.to(), Objects.requireNonNullElse(change.from(), 0)))
            .thenComparing(change -> change.kind() != Kind.REMOVED);

    private RowDiff() {}

    /** In the order of the rows, as they are afterwards. */
    static List<RowChange> between(DmnFile before, DmnFile after) {
        var pairs = pairs(before.rows(), after.rows());
        var stayed = inPlace(pairs);
        var changes = new ArrayList<RowChange>();
        pairs.forEach((row, now) -> {
            var moved = !stayed.contains(row.number());
            var cells = differing(row, now);
            if (moved || !cells.isEmpty()) {
                changes.add(new RowChange(
                        cells.isEmpty() ? Kind.MOVED : Kind.CHANGED,
                        row.number(),
                        now.number(),
                        moved,
                        now.annotation(),
                        cells));
            }
        });
        before.rows().stream()
                .filter(row -> !pairs.containsKey(row))
                .map(row ->
                        new RowChange(Kind.REMOVED, row.number(), null, false, row.annotation(), differing(row, null)))
                .forEach(changes::add);
        var known = Set.copyOf(pairs.values());
        after.rows().stream()
                .filter(row -> !known.contains(row))
                .map(row ->
                        new RowChange(Kind.ADDED, null, row.number(), false, row.annotation(), differing(null, row)))
                .forEach(changes::add);
        return changes.stream().sorted(BY_PLACE).toList();
    }

    /** Each row of before with what it is afterwards, in the order of before. */
    private static Map<Row, Row> pairs(List<Row> before, List<Row> after) {
        var byId = after.stream().collect(Collectors.toMap(Row::id, row -> row));
        var found = new HashMap<Row, Row>();
        for (var row : before) {
            var same = byId.remove(row.id());
            if (same != null) {
                found.put(row, same);
            }
        }
        var left = new ArrayList<>(
                after.stream().filter(row -> byId.containsKey(row.id())).toList());
        for (var row : before) {
            if (!found.containsKey(row)) {
                left.stream().filter(row::saysTheSame).findFirst().ifPresent(same -> {
                    found.put(row, same);
                    left.remove(same);
                });
            }
        }
        var pairs = new LinkedHashMap<Row, Row>();
        before.stream()
                .filter(found::containsKey)
                .forEach(row -> pairs.put(row, Objects.requireNonNull(found.get(row))));
        return pairs;
    }

    /** The numbers before of the most rows whose order among each other is the same as it was. */
    private static Set<Integer> inPlace(Map<Row, Row> pairs) {
        var rows = List.copyOf(pairs.entrySet());
        var longest = new int[rows.size()];
        var previous = new int[rows.size()];
        var last = -1;
        for (var here = 0; here < rows.size(); here++) {
            longest[here] = 1;
            previous[here] = -1;
            for (var earlier = 0; earlier < here; earlier++) {
                if (rows.get(earlier).getValue().number()
                                < rows.get(here).getValue().number()
                        && longest[earlier] + 1 > longest[here]) {
                    longest[here] = longest[earlier] + 1;
                    previous[here] = earlier;
                }
            }
            last = last < 0 || longest[here] > longest[last] ? here : last;
        }
        var stayed = new HashSet<Integer>();
        for (var row = last; row >= 0; row = previous[row]) {
            stayed.add(rows.get(row).getKey().number());
        }
        return stayed;
    }

    private static List<CellChange> differing(@Nullable Row before, @Nullable Row after) {
        var cells = new ArrayList<CellChange>();
        var was = before == null ? List.<String>of() : before.texts();
        var is = after == null ? List.<String>of() : after.texts();
        for (var column = 0; column < Math.max(was.size(), is.size()); column++) {
            add(cells, column + 1, said(was, column), said(is, column));
        }
        add(cells, 0, before == null ? null : before.annotation(), after == null ? null : after.annotation());
        return List.copyOf(cells);
    }

    private static void add(List<CellChange> cells, int column, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            cells.add(new CellChange(column, before, after));
        }
    }

    /** A cell that says nothing is as good as one with a dash. */
    private static @Nullable String said(List<String> texts, int column) {
        var text = column < texts.size() ? texts.get(column) : "";
        return text.isEmpty() || text.equals("-") ? null : text;
    }
}
