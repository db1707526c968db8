package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/**
 * The unary tests that most cells hold, evaluated as the FEEL engine does but without what that prepares for each
 * evaluation. They follow its
 * <a href="https://docs.camunda.io/docs/components/modeler/feel/language-guide/feel-unary-tests/">rules</a>: what cannot
 * be compared is null, and null is no match. They are for plain input values only.
 */
interface NativeTest {
    /** True, false, or null where the input cannot be compared. */
    @Nullable
    Boolean test(Val input);

    /** Null for what is left to the FEEL engine. */
    static @Nullable NativeTest of(Exp expression) {
        return switch (expression) {
            case ConstBool any -> _ -> any.value();
            case InputEqualTo equal when equal.x() instanceof ConstBool bool -> equalTo(new ValBoolean(bool.value()));
            case InputLessThan less -> compared(less.x(), order -> order < 0);
            case InputLessOrEqual less -> compared(less.x(), order -> order <= 0);
            case InputGreaterThan greater -> compared(greater.x(), order -> order > 0);
            case InputGreaterOrEqual greater -> compared(greater.x(), order -> order >= 0);
            case InputInRange in -> range(in.range());
            case AtLeastOne several -> anyOf(several);
            case Not not -> negated(of(not.x()));
            case UnaryTestExpression test -> stated(test.exp());
            default -> null;
        };
    }

    private static @Nullable NativeTest stated(Exp expression) {
        var value = constant(expression);
        return value == null ? said(expression) : equalTo(value);
    }

    /** Of what is said of the input in so many words, by functions joined by "and", "or" and "not". */
    private static @Nullable NativeTest said(Exp expression) {
        return switch (expression) {
            case FunctionInvocation call when call.function().equals("not") -> negated(only(call));
            case FunctionInvocation call -> called(call);
            case Disjunction either -> joined(either.x(), either.y(), NativeTest::anyOf);
            case Conjunction both -> joined(both.x(), both.y(), NativeTest::allOf);
            default -> null;
        };
    }

    private static @Nullable NativeTest only(FunctionInvocation call) {
        if (!(call.params() instanceof PositionalFunctionParameters positional)) {
            return null;
        }
        var parameters = ScalaValues.list(positional.params());
        return parameters.size() == 1 ? said(parameters.getFirst()) : null;
    }

    private static @Nullable NativeTest joined(
            Exp one, Exp other, BiFunction<List<NativeTest>, Val, @Nullable Boolean> join) {
        var first = said(one);
        var second = said(other);
        if (first == null || second == null) {
            return null;
        }
        var tests = List.of(first, second);
        return input -> join.apply(tests, input);
    }

    /** Any number of them; a single one that is not known makes the whole unknown. */
    private static @Nullable NativeTest anyOf(AtLeastOne several) {
        var tests = new ArrayList<NativeTest>();
        for (var each : ScalaValues.list(several.xs())) {
            var test = of(each);
            if (test == null || each instanceof ConstBool) {
                return null;
            }
            tests.add(test);
        }
        return input -> anyOf(tests, input);
    }

    private static @Nullable Boolean anyOf(List<NativeTest> tests, Val input) {
        Boolean any = false;
        for (var test : tests) {
            var fits = test.test(input);
            if (Boolean.TRUE.equals(fits)) {
                return true;
            }
            any = fits == null ? null : any;
        }
        return any;
    }

    private static @Nullable Boolean allOf(List<NativeTest> tests, Val input) {
        Boolean all = true;
        for (var test : tests) {
            var fits = test.test(input);
            if (Boolean.FALSE.equals(fits)) {
                return false;
            }
            all = fits == null ? null : all;
        }
        return all;
    }

    private static @Nullable NativeTest negated(@Nullable NativeTest test) {
        return test == null
                ? null
                : input -> {
                    var fits = test.test(input);
                    return fits == null ? null : !fits;
                };
    }

    private static NativeTest equalTo(Val value) {
        return input -> {
            if (input instanceof ValNull$ || value instanceof ValNull$) {
                return input.equals(value);
            }
            return input.getClass() == value.getClass() ? input.equals(value) : null;
        };
    }

    private static @Nullable NativeTest compared(Exp bound, IntPredicate fits) {
        var value = constant(bound);
        return value == null || !value.isComparable() ? null : input -> compared(input, value, fits);
    }

    private static @Nullable Boolean compared(Val input, Val bound, IntPredicate fits) {
        return input.getClass() == bound.getClass() ? fits.test(input.compare(bound)) : null;
    }

    private static @Nullable NativeTest range(ConstRange range) {
        var from = constant(range.start().value());
        var to = constant(range.end().value());
        if (from == null || to == null || !from.isComparable() || !to.isComparable()) {
            return null;
        }
        if (from.getClass() != to.getClass()) {
            return _ -> null;
        }
        IntPredicate above =
                range.start() instanceof ClosedConstRangeBoundary ? order -> order >= 0 : order -> order > 0;
        IntPredicate below = range.end() instanceof ClosedConstRangeBoundary ? order -> order <= 0 : order -> order < 0;
        return input -> {
            var begun = compared(input, from, above);
            return begun == null ? null : begun && Objects.requireNonNull(compared(input, to, below));
        };
    }

    /** Of functions with the input and a text; on anything but a text they are null, which is no match. */
    private static @Nullable NativeTest called(FunctionInvocation call) {
        var pattern = WrittenPattern.of(call);
        BiPredicate<String, String> function = switch (call.function()) {
            case "contains" -> String::contains;
            case "starts with" -> String::startsWith;
            case "ends with" -> String::endsWith;
            case "matches" ->
                pattern == null ? null : (words, _) -> pattern.matcher(words).find();
            default -> null;
        };
        if (function == null || !(call.params() instanceof PositionalFunctionParameters positional)) {
            return null;
        }
        var parameters = ScalaValues.list(positional.params());
        if (parameters.size() != 2
                || !(parameters.getFirst() instanceof ConstInputValue$)
                || !(parameters.getLast() instanceof ConstString text)) {
            return null;
        }
        return input -> input instanceof ValString words ? function.test(words.value(), text.value()) : null;
    }

    static @Nullable Val constant(Exp expression) {
        return switch (expression) {
            case ConstString text -> new ValString(text.value());
            case ConstNumber number -> new ValNumber(number.value());
            case ConstDate date -> new ValDate(date.value());
            case ConstLocalTime time -> new ValLocalTime(time.value());
            case ConstNull$ _ -> ValNull$.MODULE$;
            default -> null;
        };
    }
}
