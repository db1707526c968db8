package dev.pupitre.engine;

import java.util.Set;
import org.camunda.dmn.parser.EmptyExpression$;
import org.camunda.dmn.parser.FeelExpression;
import org.camunda.dmn.parser.ParsedExpression;
import org.camunda.feel.syntaxtree.ConstBool;
import org.jspecify.annotations.Nullable;

/**
 * What a column's input is tested for, in one cell or in several that say the same.
 *
 * @param index among those of the column
 * @param shortcut null for what only the FEEL engine evaluates
 */
record CellTest(
        int index,
        ParsedExpression expression,
        ExpressionFacts facts,
        @Nullable NativeTest shortcut) {
    private static final ExpressionFacts ANYTHING = new ExpressionFacts(Set.of(), true, true);

    /** What came of a test; what is null matches no more than what is false. */
    enum Verdict {
        MATCHES,
        FAILS_TO_MATCH,
        BROKEN,
        UNKNOWN
    }

    static CellTest of(int index, ParsedExpression expression) {
        if (expression instanceof EmptyExpression$) {
            return new CellTest(index, expression, ANYTHING, _ -> true);
        }
        var shortcut = expression instanceof FeelExpression feel
                ? NativeTest.of(feel.expression().expression())
                : null;
        return new CellTest(index, expression, ExpressionFacts.of(expression), shortcut);
    }

    /** Whatever the input is, known or not. */
    boolean matchesAll() {
        return switch (expression) {
            case EmptyExpression$ _ -> true;
            case FeelExpression feel -> feel.expression().expression() instanceof ConstBool any && any.value();
            default -> false;
        };
    }

    boolean isSafe() {
        return facts.safe();
    }

    /** Whether the input alone decides. */
    boolean isOfInputAlone() {
        return facts.steady() && facts.variables().isEmpty();
    }
}
