package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.engine.BusinessHoursCases.Moment;
import dev.pupitre.engine.MessagingPolicyCases.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether each row of a table has a case that would be decided otherwise without it. */
class RowsTests {
    /** A table without one of its rows. */
    record Lacking(String decision, EditedTable table, int row, List<Object> cases) {
        @Override
        public String toString() {
            return decision + " without row " + row;
        }
    }

    static Stream<Lacking> lacking() {
        return Stream.of(
                        lacking("listening", RulesCases.LISTENING, rules(RulesCases.listening())),
                        lacking("business-hours", HoursTable.RICH.table(), moments()),
                        lacking("routing", RulesCases.ROUTING, rules(RulesCases.routing())),
                        lacking("messaging-policy", new EditedTable("messaging-policy"), facts()))
                .flatMap(each -> each);
    }

    private static Stream<Lacking> lacking(String decision, EditedTable table, Stream<Object> cases) {
        var all = cases.toList();
        return IntStream.rangeClosed(1, table.rows()).mapToObj(row -> new Lacking(decision, table, row, all));
    }

    private static Stream<Object> rules(Stream<RulesCases.Case> cases) {
        return cases.map(RulesCases.Case::all);
    }

    private static Stream<Object> moments() {
        return cells(BusinessHoursCases.CASES).map(cell -> Moment.of(cell[0], LocalDate.parse(cell[1]), cell[2]));
    }

    private static Stream<Object> facts() {
        var allowed = cells(MessagingPolicyCases.ALLOWED)
                .map(cell -> facts(cell[0], cell[1], cell[2], cell[3], "MESSENGER", "MESSENGER", true, false, ""));
        var refused = cells(MessagingPolicyCases.REFUSED)
                .map(cell -> facts(
                        cell[0],
                        cell[1],
                        cell[2],
                        "answer",
                        "MESSENGER",
                        "MESSENGER",
                        Boolean.parseBoolean(cell[3]),
                        false,
                        ""));
        var comments = cells(MessagingPolicyCases.COMMENTS)
                .map(cell -> facts(
                        "", "0", "human", "answer", "COMMENT", cell[0], true, Boolean.parseBoolean(cell[1]), cell[2]));
        return Stream.of(allowed, refused, comments).flatMap(each -> each);
    }

    private static Facts facts(
            String window,
            String message,
            String author,
            String purpose,
            String channel,
            String via,
            boolean humanAgent,
            boolean answered,
            String days) {
        return new Facts(
                number(window), number(message), author, purpose, channel, via, humanAgent, answered, number(days));
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    private static Stream<String[]> cells(String cases) {
        return cases.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void hasACaseForEachRow(Lacking one) {
        var whole = one.table().decisionTables();
        var without = one.table().without(one.row()).decisionTables();

        assertThat(one.cases())
                .anySatisfy(each -> assertThat(
                                without.explain(one.decision(), each).outputs())
                        .isNotEqualTo(whole.explain(one.decision(), each).outputs()));
    }
}
