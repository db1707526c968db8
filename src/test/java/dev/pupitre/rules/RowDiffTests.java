package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.rules.RowChange.CellChange;
import dev.pupitre.rules.RowChange.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowDiffTests {
    private static final String POLICY = TableName.MESSAGING_POLICY.packaged();
    private static final Pattern RULE = Pattern.compile("(?s) *<rule .*?</rule>\n");

    private static List<String> rows() {
        return RULE.matcher(POLICY).results().map(found -> found.group()).toList();
    }

    private static DmnFile of(List<String> rows) {
        var all = POLICY.substring(POLICY.indexOf("<rule "), POLICY.lastIndexOf("</rule>") + "</rule>".length());
        return DmnReader.read(
                TableName.MESSAGING_POLICY,
                POLICY.replace(all, String.join("", rows).strip()));
    }

    private static List<RowChange> changes(UnaryOperator<List<String>> edit) {
        return RowDiff.between(of(rows()), of(edit.apply(rows())));
    }

    private static List<String> without(List<String> rows, int number) {
        return Stream.concat(rows.subList(0, number - 1).stream(), rows.subList(number, rows.size()).stream())
                .toList();
    }

    private static List<String> with(List<String> rows, int number, String row) {
        return Stream.concat(
                        Stream.concat(rows.subList(0, number - 1).stream(), Stream.of(row)),
                        rows.subList(number - 1, rows.size()).stream())
                .toList();
    }

    @Test
    void saysNothingOfWhatIsTheSame() {
        assertThat(changes(rows -> rows)).isEmpty();
    }

    @Test
    void namesTheCellsOfAChangedRow() {
        assertThat(changes(rows -> with(
                        without(rows, 8),
                        8,
                        rows.get(7).replace("&lt; 168", "&lt; 24").replace("for seven days", "for one day"))))
                .containsExactly(new RowChange(
                        Kind.CHANGED,
                        8,
                        8,
                        false,
                        "People may answer for one day where Meta granted it",
                        List.of(
                                new CellChange(2, "< 168", "< 24"),
                                new CellChange(
                                        0,
                                        "People may answer for seven days where Meta granted it",
                                        "People may answer for one day where Meta granted it"))));
    }

    @Test
    void showsAllThatANewRowSays() {
        var fresh = rows().get(7).replace("policy-rule-8", "policy-rule-new");

        assertThat(changes(rows -> with(rows, 3, fresh))).singleElement().satisfies(change -> {
            assertThat(change)
                    .returns(Kind.ADDED, RowChange::kind)
                    .returns(null, RowChange::from)
                    .returns(3, RowChange::to)
                    .returns(false, RowChange::moved);
            assertThat(change.cells())
                    .contains(new CellChange(2, null, "< 168"), new CellChange(10, null, "true"))
                    .noneMatch(cell -> cell.column() == 1);
        });
    }

    @Test
    void showsWhatARowSaidThatIsGone() {
        assertThat(changes(rows -> without(rows, 8))).singleElement().satisfies(change -> {
            assertThat(change)
                    .returns(Kind.REMOVED, RowChange::kind)
                    .returns(8, RowChange::from)
                    .returns(null, RowChange::to);
            assertThat(change.cells()).contains(new CellChange(2, "< 168", null));
        });
    }

    @Test
    void saysOfOneRowThatWasMovedThatItAloneWas() {
        assertThat(changes(rows -> with(without(rows, 8), 2, rows.get(7))))
                .singleElement()
                .returns(Kind.MOVED, RowChange::kind)
                .returns(8, RowChange::from)
                .returns(2, RowChange::to)
                .returns(List.of(), RowChange::cells);
    }

    @Test
    void saysOfARowThatWasMovedAndChangedBoth() {
        assertThat(changes(rows -> with(without(rows, 8), 2, rows.get(7).replace("168", "100"))))
                .singleElement()
                .returns(Kind.CHANGED, RowChange::kind)
                .returns(true, RowChange::moved)
                .returns(List.of(new CellChange(2, "< 168", "< 100")), RowChange::cells);
    }

    @Test
    void knowsARowAgainByWhatItSaysWhenItsIdIsAnother() {
        assertThat(changes(rows -> rows.stream()
                        .map(row -> row.replaceFirst("rule id=\"", "rule id=\"imported-"))
                        .toList()))
                .isEmpty();
    }

    @Test
    void takesAnEmptyCellForOneWithADash() {
        assertThat(changes(rows -> rows.stream()
                        .map(row -> row.replace("<text>-</text>", "<text></text>"))
                        .toList()))
                .isEmpty();
    }

    @Test
    void tellsSeveralChangesInTheOrderOfTheRows() {
        assertThat(changes(rows -> with(
                        without(without(rows, 10), 2), 5, rows.get(0).replace("policy-rule-1\"", "policy-rule-x\""))))
                .extracting(RowChange::kind, RowChange::from, RowChange::to)
                .containsExactly(
                        tuple(Kind.REMOVED, 2, null), tuple(Kind.ADDED, null, 5), tuple(Kind.REMOVED, 10, null));
    }
}
