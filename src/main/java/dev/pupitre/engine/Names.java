package dev.pupitre.engine;

import java.util.HashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.collection.Iterator;

/**
 * Gathers which functions an expression calls, whether it gives names to anything itself, and whether it may go on for
 * ever: it then counts through a range, goes through a list within another, or makes a function of its own.
 */
final class Names {
    /** Why it is not evaluated. */
    static final String ENDLESS = "Expected an expression that ends soon, but it counts through a range, goes through a"
            + " list within another, or makes a function of its own";

    private final Set<String> functions = new HashSet<>();
    private boolean defines;
    private boolean endless;
    private int within;

    void read(Object part) {
        switch (part) {
            case FunctionInvocation call -> functions.add(call.function());
            case For _, SomeItem _, EveryItem _, Filter _, FunctionDefinition _, ConstContext _ -> defines = true;
            case IterationContext _ -> endless = true;
            default -> {}
        }
        endless |= part instanceof FunctionDefinition;
        if (goesThrough(part)) {
            endless |= ++within > 1 || iterators(part) > 1;
            parts(part);
            within--;
        } else {
            parts(part);
        }
    }

    private static boolean goesThrough(Object part) {
        return part instanceof For || part instanceof SomeItem || part instanceof EveryItem || part instanceof Filter;
    }

    private static int iterators(Object part) {
        return switch (part) {
            case For loop -> loop.iterators().size();
            case SomeItem some -> some.iterators().size();
            case EveryItem every -> every.iterators().size();
            default -> 1;
        };
    }

    private void parts(Object part) {
        if (part instanceof scala.collection.Iterable<?> several) {
            several.foreach(each -> {
                read(each);
                return null;
            });
        } else if (part instanceof Product product) {
            Iterator<Object> parts = product.productIterator();
            while (parts.hasNext()) {
                read(parts.next());
            }
        }
    }

    Set<String> functions() {
        return functions;
    }

    boolean isEndless() {
        return endless;
    }

    boolean definesNone() {
        return !defines;
    }
}
