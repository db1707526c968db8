package dev.pupitre.engine;

import dev.pupitre.engine.CellTest.Verdict;
import dev.pupitre.engine.CompiledTable.Column;
import dev.pupitre.engine.CompiledTable.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.dmn.Audit.AuditLogEntry;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalContext;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;
import scala.collection.mutable.ListBuffer;
import scala.util.Either;

/** Has the DMN engine evaluate a table's parts, or the whole of it. */
final class PlainEvaluation {
    private static final String INPUT = "cellInput";

    private final CompiledTable table;

    PlainEvaluation(CompiledTable table) {
        this.table = table;
    }

    InputAnswer input(Column column, Question question) {
        var tests = column.tests().size();
        if (!question.knows(column.facts().variables())) {
            return InputAnswer.notKnown(tests);
        }
        var variable = column.isVariable() ? column.variable() : null;
        if (variable != null && question.get(variable) instanceof String text) {
            return InputAnswer.of(new ValString(text), tests);
        }
        var answer = evaluate(column.expression(), question.variables());
        return answer.isLeft()
                ? InputAnswer.failed(answer.left().toOption().get().message())
                : InputAnswer.of(answer.toOption().get(), tests);
    }

    Verdict verdict(CellTest cell, InputAnswer input, Question question) {
        var shortcut = cell.shortcut();
        if (shortcut != null && input.isPlain() && input.value() != null) {
            return Boolean.TRUE.equals(shortcut.test(input.value())) ? Verdict.MATCHES : Verdict.FAILS_TO_MATCH;
        }
        var answer = evaluate(cell, input, question);
        if (answer.isLeft()) {
            return Verdict.BROKEN;
        }
        var value = answer.toOption().get();
        if (value instanceof ValBoolean fits) {
            return fits.value() ? Verdict.MATCHES : Verdict.FAILS_TO_MATCH;
        }
        return value instanceof ValNull$ ? Verdict.FAILS_TO_MATCH : Verdict.BROKEN;
    }

    /** Why this cell breaks, in the engine's words. */
    String failure(CellTest cell, InputAnswer input, Question question) {
        var answer = evaluate(cell, input, question);
        return answer.isLeft()
                ? answer.left().toOption().get().message()
                : "input entry must return true, false, or null, but found '%s'"
                        .formatted(answer.toOption().get());
    }

    private Either<DmnEngine.Failure, Val> evaluate(CellTest cell, InputAnswer input, Question question) {
        return evaluate(cell.expression(), ScalaValues.with(question.variables(), INPUT, input.value()));
    }

    private Either<DmnEngine.Failure, Val> evaluate(
            ParsedExpression expression, scala.collection.immutable.Map<String, Object> variables) {
        var context = new EvalContext(table.dmn, variables, table.decision, new ListBuffer<AuditLogEntry>());
        return table.engine.literalExpressionEval().evalExpression(expression, context);
    }

    /** What a row that matched says. */
    TableAnswer outputs(Row row, Question question) {
        var outputs = new LinkedHashMap<String, @Nullable Object>();
        for (var output : row.outputs()) {
            var value = output.constant();
            if (value == null) {
                if (!question.knows(output.facts().variables())) {
                    return new TableAnswer.Unknown();
                }
                var answer = evaluate(output.expression(), question.variables());
                if (answer.isLeft()) {
                    return new TableAnswer.Failed(answer.left().toOption().get().message());
                }
                value = answer.toOption().get();
            }
            outputs.put(output.name(), ScalaValues.java(value));
        }
        return new TableAnswer.Decided(row.number(), outputs);
    }

    /** The whole table at once. */
    TableAnswer decide(Map<String, ? extends @Nullable Object> facts) {
        var answer = table.engine.eval(table.dmn, table.decision.id(), ScalaValues.map(facts));
        if (answer.isLeft()) {
            return new TableAnswer.Failed(
                    answer.left().toOption().get().failure().message());
        }
        var decided = answer.toOption().get();
        var row = TableRows.matched(decided.auditLog(), table.decision.id())
                .flatMap(table::row)
                .orElse(null);
        if (row == null && decided.isNil()) {
            return new TableAnswer.Undecided();
        }
        return new TableAnswer.Decided(row, named(decided.isNil() ? null : decided.value()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> named(@Nullable Object value) {
        if (!(table.decision.logic() instanceof ParsedDecisionTable parsed)
                || parsed.outputs().size() != 1) {
            return value instanceof Map<?, ?> several
                    ? (Map<String, @Nullable Object>) several
                    : Collections.singletonMap("", value);
        }
        return Collections.singletonMap(parsed.outputs().head().name(), value);
    }
}
