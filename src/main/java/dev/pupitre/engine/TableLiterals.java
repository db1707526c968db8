package dev.pupitre.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** Reads off a table which plain texts its rows compare an input with. */
final class TableLiterals {
    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern ONE = Pattern.compile(TEXT);
    private static final Pattern ONLY_TEXTS = Pattern.compile("\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*\\s*");

    private TableLiterals() {}

    /** In the order of the rows; cells that say anything else than texts are left out. */
    static Set<String> of(DmnModelInstance model, String decisionId, String input) {
        var literals = new LinkedHashSet<String>();
        if (model.getModelElementById(decisionId) instanceof Decision decision
                && decision.getExpression() instanceof DecisionTable table) {
            var column = column(table, input);
            if (column >= 0) {
                table.getRules()
                        .forEach(rule -> literals.addAll(texts(List.copyOf(rule.getInputEntries())
                                .get(column)
                                .getText()
                                .getTextContent())));
            }
        }
        return literals;
    }

    private static int column(DecisionTable table, String input) {
        return table.getInputs().stream()
                .map(column ->
                        column.getInputExpression().getText().getTextContent().strip())
                .toList()
                .indexOf(input);
    }

    private static List<String> texts(String cell) {
        return ONLY_TEXTS.matcher(cell).matches()
                ? ONE.matcher(cell).results().map(text -> text.group(1)).toList()
                : List.of();
    }
}
