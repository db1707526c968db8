package dev.pupitre.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FailedParseResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.api.SuccessfulParseResult;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is written in a table's cells, each by itself, as the engine would. */
@Component
public class FeelCells {
    private final FeelEngineApi feel = new DmnEngine.Builder().build().feelEngine();
    private final BuiltinFunctions functions =
            new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, FeelEngine.defaultValueMapper());

    /**
     * A cell.
     *
     * @param broken why it is no FEEL, in the engine's words; null where it is
     * @param condition what it takes; unclear for an output
     * @param constant what an output always says: a text, a number, a date, a time, true or false; null where it says
     *     null, or works something out
     * @param literal whether the output always says the same, be it null
     * @param variables that it names and does not define itself
     * @param unknownFunctions that it calls, and nobody has
     * @param sought texts that it looks for in its input
     */
    public record Cell(
            @Nullable String broken,
            Condition condition,
            @Nullable Comparable<?> constant,
            boolean literal,
            Set<String> variables,
            Set<String> unknownFunctions,
            List<Sought> sought) {
        private static Cell broken(String message) {
            return new Cell(message, new Condition.Unclear(), null, false, Set.of(), Set.of(), List.of());
        }
    }

    /** An input's cell; nothing in it takes anything, as {@code -} does. */
    public Cell test(String text) {
        if (text.isEmpty()) {
            return new Cell(null, new Condition.Anything(), null, false, Set.of(), Set.of(), List.of());
        }
        return switch (feel.parseUnaryTests(text)) {
            case SuccessfulParseResult read ->
                cell(read.parsedExpression(), ConditionReader.read(read.parsedExpression()));
            case ParseResult refused -> refused(refused);
        };
    }

    /** An output's cell. */
    public Cell expression(String text) {
        return switch (feel.parseExpression(text)) {
            case SuccessfulParseResult read -> cell(read.parsedExpression(), new Condition.Unclear());
            case ParseResult refused -> refused(refused);
        };
    }

    private static Cell refused(ParseResult result) {
        return Cell.broken(
                result instanceof FailedParseResult failed ? failed.failure().message() : result.toString());
    }

    private Cell cell(ParsedExpression parsed, Condition condition) {
        var names = new Names();
        names.read(parsed.expression());
        if (names.isEndless()) {
            return Cell.broken(Names.ENDLESS);
        }
        var unknown = new HashSet<>(names.functions());
        unknown.removeIf(name -> functions.getFunctions(name).nonEmpty());
        var expression = parsed.expression();
        var constant = expression instanceof ConstBool bool ? bool.value() : ConditionReader.comparable(expression);
        var facts = ExpressionFacts.of(new FeelExpression(parsed));
        return new Cell(
                null,
                condition,
                constant,
                constant != null || expression instanceof ConstNull$,
                names.definesNone() ? facts.variables() : Set.of(),
                unknown,
                Sought.in(expression));
    }
}
