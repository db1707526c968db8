package dev.pupitre.engine;

import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.engine.Condition.Words;
import java.util.ArrayList;
import java.util.List;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/** Reads off a unary test what it takes. */
final class ConditionReader {
    private ConditionReader() {}

    static Condition read(ParsedExpression parsed) {
        var facts = ExpressionFacts.of(new FeelExpression(parsed));
        if (!facts.steady() || !facts.variables().isEmpty()) {
            return new Condition.Unclear();
        }
        var expression = parsed.expression();
        return switch (expression) {
            case ConstBool any when any.value() -> new Condition.Anything();
            // what "not" makes of a test that is null cannot be told of words
            case Not not -> noneOf(not.x());
            default -> new Condition.OneOf(parts(expression));
        };
    }

    private static Condition noneOf(Exp expression) {
        var parts = parts(expression);
        return parts.stream().allMatch(Span.class::isInstance)
                ? new Condition.NoneOf(parts)
                : new Condition.OneOf(List.of(Words.not(expression)));
    }

    private static List<Part> parts(Exp expression) {
        if (!(expression instanceof AtLeastOne several)) {
            return List.of(part(expression));
        }
        var parts = new ArrayList<Part>();
        ScalaValues.list(several.xs()).forEach(each -> parts.add(part(each)));
        return List.copyOf(parts);
    }

    private static Part part(Exp expression) {
        var span = switch (expression) {
            case InputEqualTo equal -> equal.x() instanceof ConstBool bool ? Span.of(bool.value()) : null;
            case UnaryTestExpression test -> value(test.exp());
            case InputLessThan less -> below(less.x(), false);
            case InputLessOrEqual less -> below(less.x(), true);
            case InputGreaterThan greater -> above(greater.x(), false);
            case InputGreaterOrEqual greater -> above(greater.x(), true);
            case InputInRange in -> range(in.range());
            default -> null;
        };
        return span == null ? new Words(expression.toString()) : span;
    }

    private static @Nullable Span value(Exp expression) {
        var value = comparable(expression);
        return value == null ? null : Span.of(value);
    }

    private static @Nullable Span below(Exp bound, boolean included) {
        var value = comparable(bound);
        return value == null ? null : new Span(null, false, value, included);
    }

    private static @Nullable Span above(Exp bound, boolean included) {
        var value = comparable(bound);
        return value == null ? null : new Span(value, included, null, false);
    }

    /** One of a single value takes null for incomparable, as that value by itself does not. */
    private static @Nullable Span range(ConstRange range) {
        var from = comparable(range.start().value());
        var to = comparable(range.end().value());
        return from == null || to == null || from.getClass() != to.getClass() || from.equals(to)
                ? null
                : new Span(
                        from,
                        range.start() instanceof ClosedConstRangeBoundary,
                        to,
                        range.end() instanceof ClosedConstRangeBoundary);
    }

    /** Numbers without the zeros behind the point: they compare the same, and have to be equal, too. */
    static @Nullable Comparable<?> comparable(Exp expression) {
        return switch (NativeTest.constant(expression)) {
            case ValString text -> text.value();
            case ValNumber number -> number.value().bigDecimal().stripTrailingZeros();
            case ValDate date -> date.value();
            case ValLocalTime time -> time.value();
            case null, default -> null;
        };
    }
}
