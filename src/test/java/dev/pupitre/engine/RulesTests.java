package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In process, where decisions are explained; and whether each row has a case that needs it. */
class RulesTests extends RulesCases {
    private static final DecisionTables LISTENING_TABLE = LISTENING.decisionTables();
    private static final DecisionTables ROUTING_TABLE = ROUTING.decisionTables();

    /** A table without one of its rows. */
    record Lacking(String decision, EditedTable table, int row, List<Case> cases) {
        @Override
        public String toString() {
            return decision + " without row " + row;
        }
    }

    static Stream<Lacking> lacking() {
        return Stream.concat(
                lacking("listening", LISTENING, listening().toList()),
                lacking("routing", ROUTING, routing().toList()));
    }

    private static Stream<Lacking> lacking(String decision, EditedTable table, List<Case> cases) {
        return IntStream.rangeClosed(1, table.rows())
                .mapToObj(row -> new Lacking(decision, table.without(row), row, cases));
    }

    @Override
    Map<String, Object> listens(Map<String, @Nullable Object> facts) {
        return LISTENING_TABLE.explain("listening", facts).outputs();
    }

    @Override
    Map<String, Object> routes(Map<String, @Nullable Object> facts) {
        return ROUTING_TABLE.explain("routing", facts).outputs();
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void hasACaseForEachRow(Lacking one) {
        var tables = one.table().decisionTables();

        assertThat(one.cases())
                .anyMatch(each ->
                        !each.isMetBy(tables.explain(one.decision(), each.all()).outputs()));
    }
}
