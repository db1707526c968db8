package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.dmn.parser.ParsedDecision;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.dmn.parser.ParsedExpression;
import org.camunda.dmn.parser.ParsedInput;
import org.camunda.dmn.parser.ParsedRule;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.Val;
import org.jspecify.annotations.Nullable;

/**
 * A table made ready to be asked many times: each different cell of a column is known once, with what it needs and
 * whether it can fail. What it answers is what the DMN engine answers that stands inside Zeebe.
 */
public final class CompiledTable {
    /** Stands for the value of a fact of which nobody knows what it was. */
    public static final Object NOT_KNOWN = Missing.NOT_KNOWN;

    enum Missing {
        NOT_KNOWN
    }

    /**
     * An input of a table.
     *
     * @param variable the only one that its expression names; null where that is none or several
     */
    record Column(
            int index,
            String name,
            ParsedExpression expression,
            ExpressionFacts facts,
            @Nullable String variable,
            List<CellTest> tests) {
        /** Its expression is the variable, and nothing else. */
        boolean isVariable() {
            return variable != null
                    && expression instanceof FeelExpression feel
                    && feel.expression().expression() instanceof Ref ref
                    && ref.names().size() == 1;
        }
    }

    /**
     * A row.
     *
     * @param safe no cell of it can fail with plain values, so that it may be left out, or read in any order
     */
    record Row(int number, List<CellTest> cells, boolean safe, List<Output> outputs) {}

    /**
     * What a row says in one column.
     *
     * @param constant what it always says; null where that is worked out
     */
    record Output(
            String name,
            ParsedExpression expression,
            ExpressionFacts facts,
            @Nullable Val constant) {}

    final DmnEngine engine;
    final ParsedDmn dmn;
    final ParsedDecision decision;
    final List<Column> columns;
    final List<Row> rows;

    /** Evaluated by the plain engine alone where it is not of the kind that the tables of Pupitre are. */
    final boolean plain;

    private final Map<String, Integer> rowsById = new HashMap<>();

    CompiledTable(DmnEngine engine, ParsedDmn dmn, ParsedDecision decision) {
        this.engine = engine;
        this.dmn = dmn;
        this.decision = decision;
        if (decision.logic() instanceof ParsedDecisionTable table) {
            columns = columns(table);
            rows = rows(table);
            plain = isUncommon(table);
        } else {
            columns = List.of();
            rows = List.of();
            plain = true;
        }
    }

    private boolean isUncommon(ParsedDecisionTable table) {
        return table.hitPolicy() != HitPolicy.FIRST
                || !decision.requiredDecisions().isEmpty()
                || !decision.requiredBkms().isEmpty()
                || decision.resultType().isDefined()
                || ScalaValues.list(table.outputs()).stream()
                        .anyMatch(output -> output.defaultValue().isDefined())
                || rows.stream().anyMatch(row -> row.cells().size() != columns.size());
    }

    private static List<Column> columns(ParsedDecisionTable table) {
        var columns = new ArrayList<Column>();
        for (var input : ScalaValues.list(table.inputs())) {
            var facts = ExpressionFacts.of(input.expression());
            columns.add(new Column(
                    columns.size(), nameOf(input), input.expression(), facts, only(facts), new ArrayList<>()));
        }
        return List.copyOf(columns);
    }

    private static String nameOf(ParsedInput input) {
        return input.name() == null ? "" : input.name();
    }

    private static @Nullable String only(ExpressionFacts facts) {
        return facts.steady() && facts.variables().size() == 1
                ? facts.variables().iterator().next()
                : null;
    }

    private List<Row> rows(ParsedDecisionTable table) {
        var rows = new ArrayList<Row>();
        for (var rule : ScalaValues.list(table.rules())) {
            var cells = cells(rule);
            var safe = cells.stream().allMatch(CellTest::isSafe);
            var number = rows.size() + 1;
            rowsById.put(rule.id(), number);
            rows.add(new Row(number, cells, safe, outputs(rule)));
        }
        return List.copyOf(rows);
    }

    private List<CellTest> cells(ParsedRule rule) {
        var entries = ScalaValues.list(rule.inputEntries());
        var cells = new ArrayList<CellTest>();
        for (var column : columns) {
            if (column.index() < entries.size()) {
                cells.add(test(column, entries.get(column.index())));
            }
        }
        return List.copyOf(cells);
    }

    private static CellTest test(Column column, ParsedExpression expression) {
        var known = column.tests().stream()
                .filter(test -> test.expression().equals(expression))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var test = CellTest.of(column.tests().size(), expression);
        column.tests().add(test);
        return test;
    }

    private static List<Output> outputs(ParsedRule rule) {
        return ScalaValues.list(rule.outputEntries()).stream()
                .map(output -> {
                    var constant = output._2() instanceof FeelExpression feel
                            ? NativeTest.constant(feel.expression().expression())
                            : null;
                    return new Output(output._1(), output._2(), ExpressionFacts.of(output._2()), constant);
                })
                .toList();
    }

    /** Whether anything in it may go on for ever. */
    boolean isEndless() {
        var names = new Names();
        columns.forEach(column -> names.read(column.expression()));
        rows.forEach(row -> {
            row.cells().forEach(cell -> names.read(cell.expression()));
            row.outputs().forEach(output -> names.read(output.expression()));
        });
        return names.isEndless();
    }

    /** The row of a rule with this id. */
    Optional<Integer> row(String rule) {
        return Optional.ofNullable(rowsById.get(rule));
    }

    /** The inputs' headings. */
    public List<String> headings() {
        return columns.stream().map(Column::name).toList();
    }

    /** The variable that each input asks for; null where it is none, or several. */
    public List<@Nullable String> variables() {
        return columns.stream().<@Nullable String>map(Column::variable).toList();
    }

    public int rowCount() {
        return rows.size();
    }

    /** The names of all variables that anything in it asks for. */
    public Set<String> asked() {
        var asked = new TreeSet<String>();
        columns.forEach(column -> asked.addAll(column.facts().variables()));
        return asked;
    }

    /** To ask it many questions; for one thread at a time. */
    public TableRun run() {
        return new TableRun(this);
    }
}
