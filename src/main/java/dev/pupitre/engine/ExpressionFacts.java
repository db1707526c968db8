package dev.pupitre.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.dmn.parser.ParsedExpression;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
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
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import scala.Product;
import scala.collection.Iterator;

/**
 * What can be told of an expression without evaluating it.
 *
 * @param variables that it names; also such as it defines itself
 * @param steady its value follows from these variables and the input alone, whenever it is asked
 * @param safe it cannot fail where they all are plain values
 */
record ExpressionFacts(Set<String> variables, boolean steady, boolean safe) {
    private static final Set<String> SAFE_FUNCTIONS =
            Set.of("contains", "starts with", "ends with", "upper case", "lower case", "string length", "trim", "not");

    /** All others may ask the clock or the dice. */
    private static final Set<String> STEADY_FUNCTIONS = Set.of(
            "matches",
            "replace",
            "substring",
            "substring before",
            "substring after",
            "split",
            "extract",
            "time",
            "date",
            "date and time",
            "duration",
            "number",
            "string",
            "abs",
            "floor",
            "ceiling",
            "modulo",
            "list contains",
            "count",
            "min",
            "max",
            "sum",
            "day of week",
            "day of year",
            "week of year",
            "month of year");

    /** What is no FEEL has its value for ever, or fails for ever. */
    static ExpressionFacts of(ParsedExpression expression) {
        if (!(expression instanceof FeelExpression feel)) {
            return new ExpressionFacts(Set.of(), true, false);
        }
        var reader = new Reader();
        reader.read(feel.expression().expression());
        return new ExpressionFacts(Set.copyOf(reader.variables), reader.steady, reader.safe);
    }

    private static final class Reader {
        private final Set<String> variables = new HashSet<>();
        private boolean steady = true;
        private boolean safe = true;

        void read(Object part) {
            switch (part) {
                case Ref ref -> {
                    variables.add(ref.names().head());
                    safe &= ref.names().size() == 1;
                }
                case FunctionInvocation call -> {
                    safe &= SAFE_FUNCTIONS.contains(call.function()) || WrittenPattern.of(call) != null;
                    steady &= SAFE_FUNCTIONS.contains(call.function()) || STEADY_FUNCTIONS.contains(call.function());
                    read(call.params());
                }
                case Exp expression -> {
                    safe &= isSafe(expression);
                    parts(expression);
                }
                case scala.collection.Iterable<?> several ->
                    several.foreach(each -> {
                        read(each);
                        return null;
                    });
                case Product product -> parts(product);
                default -> {}
            }
        }

        private void parts(Object whole) {
            if (whole instanceof Product product) {
                Iterator<Object> parts = product.productIterator();
                while (parts.hasNext()) {
                    read(parts.next());
                }
            }
        }

        private static boolean isSafe(Exp expression) {
            return switch (expression) {
                case ConstBool _, ConstString _, ConstNumber _, ConstDate _, ConstLocalTime _ -> true;
                case ConstNull$ _, ConstInputValue$ _ -> true;
                case InputEqualTo _, InputInRange _, UnaryTestExpression _, AtLeastOne _, Not _ -> true;
                case InputLessThan _, InputLessOrEqual _, InputGreaterThan _, InputGreaterOrEqual _ -> true;
                case Comparison _, Conjunction _, Disjunction _ -> true;
                // a range is checked with its bounds
                case org.camunda.feel.syntaxtree.ConstRange _ -> true;
                default -> false;
            };
        }
    }
}
