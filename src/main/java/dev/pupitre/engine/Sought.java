package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import scala.Product;

/**
 * A text that a cell looks for in its input by a function, or by {@code ? = "text"}.
 *
 * @param isPattern whether it is a regular expression, with its flags before it
 */
public record Sought(String text, boolean isPattern) {
    /** FEEL, as XPath, has these four. */
    private static final Pattern NO_FLAG = Pattern.compile("[^smix]");

    private static final Set<String> WORDS = Set.of("contains", "starts with", "ends with");

    /** Of an expression, in the order of the writing. */
    static List<Sought> in(Exp expression) {
        var found = new ArrayList<Sought>();
        read(expression, found);
        return List.copyOf(found);
    }

    private static void read(Object part, List<Sought> found) {
        switch (part) {
            case FunctionInvocation call
            when call.params() instanceof PositionalFunctionParameters given ->
                called(call.function(), ScalaValues.list(given.params()), found);
            case Equal equal
            when equal.x() instanceof ConstInputValue$ && equal.y() instanceof ConstString text ->
                found.add(new Sought(text.value(), false));
            default -> {}
        }
        if (part instanceof scala.collection.Iterable<?> several) {
            several.foreach(each -> {
                read(each, found);
                return null;
            });
        } else if (part instanceof Product product) {
            var parts = product.productIterator();
            while (parts.hasNext()) {
                read(parts.next(), found);
            }
        }
    }

    /** The engine leaves out what is no flag, such as another language's "g". */
    private static String flags(String written) {
        var known = NO_FLAG.matcher(written).replaceAll("");
        return known.isEmpty() ? "" : "(?" + known + ")";
    }

    private static void called(String function, List<Exp> given, List<Sought> found) {
        if (given.size() < 2
                || !(given.getFirst() instanceof ConstInputValue$)
                || !(given.get(1) instanceof ConstString text)) {
            return;
        }
        if (WORDS.contains(function)) {
            found.add(new Sought(text.value(), false));
        } else if (function.equals("matches")) {
            var flags = given.size() > 2 && given.get(2) instanceof ConstString some ? flags(some.value()) : "";
            found.add(new Sought(flags + text.value(), true));
        }
    }
}
