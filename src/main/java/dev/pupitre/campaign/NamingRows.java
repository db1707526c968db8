package dev.pupitre.campaign;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.DecisionTables.Saying;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rows of the tables name which campaign and team: a campaign that no row names gets no conversations by itself. */
@Component
class NamingRows {
    /** A row, the first is 1, with what is written beside it; the version where the engine has told. */
    record Row(
            String table,
            @Nullable Integer version,
            int row,
            @Nullable String description) {
        static Row of(Saying saying) {
            return new Row(saying.table(), saying.version(), saying.row(), saying.description());
        }
    }

    /**
     * All of them.
     *
     * @param campaigns the rows of {@code listening} that give conversations to a campaign, by its id
     * @param teams the rows of {@code routing} that send conversations to a team, by its id
     * @param computed rows that work out a campaign or a team, so that nobody can tell beforehand which
     */
    record Naming(Map<String, List<Row>> campaigns, Map<String, List<Row>> teams, List<Row> computed) {}

    private final DecisionTables tables;

    NamingRows(DecisionTables tables) {
        this.tables = tables;
    }

    Naming all() {
        var listening = tables.sayings("listening").stream()
                .filter(row -> !"false".equals(row.cells().get("listen")))
                .toList();
        var routing = tables.sayings("routing");
        return new Naming(
                by("campaign", listening),
                by("team", routing),
                Stream.concat(computed("campaign", listening), computed("team", routing))
                        .toList());
    }

    private static Map<String, List<Row>> by(String output, List<Saying> rows) {
        return rows.stream()
                .filter(row -> row.text(output).isPresent())
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.text(output).orElse(null)),
                        TreeMap::new,
                        Collectors.mapping(Row::of, Collectors.toList())));
    }

    private static Stream<Row> computed(String output, List<Saying> rows) {
        Function<Saying, String> cell = row -> row.cells().getOrDefault(output, "");
        return rows.stream()
                .filter(row -> row.text(output).isEmpty())
                .filter(row -> !cell.apply(row).isEmpty() && !cell.apply(row).equals("null"))
                .map(Row::of);
    }
}
