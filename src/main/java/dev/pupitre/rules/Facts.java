package dev.pupitre.rules;

import dev.pupitre.conversation.AskedText;
import dev.pupitre.engine.CompiledTable;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts that a table is asked about: what somebody fills in, or what was recorded of a decision. */
final class Facts {
    private Facts() {}

    /**
     * What somebody typed is asked as the desk would ask it.
     *
     * @param given by the inputs' variables, their expressions or their headings
     * @throws InvalidInput when one is given that the table does not ask for, or is no plain value
     */
    static Map<String, @Nullable Object> of(DmnFile file, Map<String, ? extends @Nullable Object> given) {
        var facts = new HashMap<String, @Nullable Object>();
        FeelCheck.names(file).forEach(name -> facts.put(name, asked(name, null)));
        var problems = new ArrayList<FieldProblem>();
        given.forEach((name, value) -> {
            var variable = variable(file, name);
            if (variable.isEmpty()) {
                problems.add(new FieldProblem("inputs." + name, "is no input of " + file.table()));
            } else if (value instanceof Map || value instanceof List) {
                problems.add(new FieldProblem("inputs." + name, "must be a text, a number, true, false or null"));
            } else {
                facts.put(variable.get(), asked(variable.get(), value));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return facts;
    }

    /** Of a picture, and of all else that is without words, the text is asked as well: it is empty. */
    private static @Nullable Object asked(String variable, @Nullable Object value) {
        if (!AskedText.VARIABLE.equals(variable)) {
            return value;
        }
        return switch (value) {
            case null -> "";
            case String written -> AskedText.of(written);
            default -> value;
        };
    }

    private static Optional<String> variable(DmnFile file, String name) {
        if (FeelCheck.names(file).contains(name)) {
            return Optional.of(name);
        }
        return file.inputs().stream()
                .filter(input -> name.equals(input.expression()) || name.equals(input.label()))
                .findFirst()
                .flatMap(input -> FeelCheck.namesIn(input.expression()).findFirst());
    }

    /**
     * What was asked then. Of earlier versions times and dates are not recorded, of none what a long text ended with:
     * these are not known.
     */
    static Map<String, @Nullable Object> recorded(DmnFile file, List<DecisionTables.Input> inputs) {
        var facts = new HashMap<String, @Nullable Object>();
        for (int column = 0; column < file.inputs().size(); column++) {
            var input = file.inputs().get(column);
            var value = recorded(input, column, file.inputs().size(), inputs);
            FeelCheck.namesIn(input.expression()).forEach(name -> facts.put(name, value));
        }
        return facts;
    }

    /** The headings of the columns whose facts are not known. */
    static List<String> notKnown(DmnFile file, Map<String, @Nullable Object> facts) {
        return file.inputs().stream()
                .filter(input -> FeelCheck.namesIn(input.expression())
                        .anyMatch(name -> CompiledTable.NOT_KNOWN.equals(facts.get(name))))
                .map(input -> Objects.requireNonNullElse(input.label(), input.expression()))
                .toList();
    }

    private static @Nullable Object recorded(
            DmnFile.Input input, int column, int columns, List<DecisionTables.Input> inputs) {
        var label = Objects.requireNonNullElse(input.label(), "");
        var named = inputs.stream()
                .filter(recorded -> recorded.name().equals(label))
                .toList();
        var there = Optional.of(inputs).filter(all -> all.size() == columns).map(all -> all.get(column));
        // Headings may be anything, and two columns may have the same.
        var found = named.size() == 1 ? Optional.of(named.getFirst()) : there;
        if (found.isEmpty()) {
            return CompiledTable.NOT_KNOWN;
        }
        var value = found.get().value();
        var isMoment = "time".equals(input.type()) || "date".equals(input.type());
        var isLost = value == null ? isMoment : DecisionTables.isCut(value);
        return isLost ? CompiledTable.NOT_KNOWN : value;
    }
}
