package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** Reads off a table what its rows say, without asking it. */
final class TableSayings {
    private static final Pattern TEXT = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*");

    private TableSayings() {}

    static List<DecisionTables.Saying> of(DmnModelInstance model, String decisionId, @Nullable Integer version) {
        if (!(model.getModelElementById(decisionId) instanceof Decision decision
                && decision.getExpression() instanceof DecisionTable table)) {
            return List.of();
        }
        var sayings = new ArrayList<DecisionTables.Saying>();
        for (var rule : table.getRules()) {
            var description = Optional.ofNullable(rule.getDescription())
                    .map(text -> text.getTextContent().strip())
                    .orElse(null);
            sayings.add(new DecisionTables.Saying(
                    decisionId, version, sayings.size() + 1, description, cells(table, rule)));
        }
        return List.copyOf(sayings);
    }

    private static Map<String, String> cells(DecisionTable table, Rule rule) {
        var cells = new LinkedHashMap<String, String>();
        var outputs = table.getOutputs().iterator();
        rule.getOutputEntries()
                .forEach(entry -> cells.put(
                        outputs.next().getName(),
                        entry.getText().getTextContent().strip()));
        return cells;
    }

    /** The text that a cell is; empty when it says nothing, or works something out. */
    static Optional<String> text(String cell) {
        var matcher = TEXT.matcher(cell);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
