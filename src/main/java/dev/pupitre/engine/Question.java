package dev.pupitre.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that a table is asked about. */
final class Question {
    /** What the FEEL engine itself gives unary tests under these names would be hidden by such facts. */
    private static final String[] RESERVED = {"?", "cellInput", "inputVariableName"};

    private final Map<String, ? extends @Nullable Object> facts;
    private final boolean whole;
    private final boolean plain;
    private final boolean uncommon;
    private scala.collection.immutable.@Nullable Map<String, Object> variables;

    Question(Map<String, ? extends @Nullable Object> facts) {
        this.facts = facts;
        this.whole = facts.values().stream().noneMatch(CompiledTable.Missing.class::isInstance);
        this.plain = facts.values().stream().allMatch(Question::isPlain);
        this.uncommon = Arrays.stream(RESERVED).anyMatch(facts::containsKey);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof CompiledTable.Missing
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean;
    }

    @Nullable
    Object get(String variable) {
        return facts.get(variable);
    }

    /** Nothing of them is unknown. */
    boolean isWhole() {
        return whole;
    }

    boolean isPlain() {
        return plain;
    }

    boolean isUncommon() {
        return uncommon;
    }

    boolean knows(Collection<String> names) {
        return whole || names.stream().noneMatch(name -> facts.get(name) instanceof CompiledTable.Missing);
    }

    scala.collection.immutable.Map<String, Object> variables() {
        if (variables == null) {
            variables = ScalaValues.map(facts);
        }
        return variables;
    }
}
