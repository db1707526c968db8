package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** A shipped table with rows of the test's own before those that it has, or without one of its rows. */
final class EditedTable {
    private record Row(String description, Map<String, String> cells, List<String> outputs) {}

    private final String table;
    private final List<Row> rows;
    private final @Nullable Integer left;

    EditedTable(String table) {
        this(table, List.of(), null);
    }

    private EditedTable(String table, List<Row> rows, @Nullable Integer left) {
        this.table = table;
        this.rows = rows;
        this.left = left;
    }

    /**
     * With one row more, behind those that were added before.
     *
     * @param cells by the variable they are about; all others fit always
     * @param outputs in the order of the table
     */
    EditedTable row(String description, Map<String, String> cells, String... outputs) {
        var more = new ArrayList<>(rows);
        more.add(new Row(description, cells, List.of(outputs)));
        return new EditedTable(table, more, left);
    }

    /** Without this row, the first is 1. */
    EditedTable without(int row) {
        return new EditedTable(table, rows, row);
    }

    int rows() {
        return rulesOf(model()).getRules().size();
    }

    /** Evaluates it, and no other, in process. */
    DecisionTables decisionTables() {
        return new DecisionTables(List.of(new ByteArrayResource(xml(table))));
    }

    /** For the broker, as a decision of its own. */
    byte[] xml(String decision) {
        return Dmn.convertToString(model())
                .replace("decision id=\"" + table + "\"", "decision id=\"" + decision + "\"")
                .replace("dmnElementRef=\"" + table + "\"", "dmnElementRef=\"" + decision + "\"")
                .getBytes(UTF_8);
    }

    private DmnModelInstance model() {
        var model = shipped();
        var target = rulesOf(model);
        DmnElement before = target.getOutputs().stream().toList().getLast();
        for (var row : rows) {
            var rule = rule(model, target, row);
            target.insertElementAfter(rule, before);
            before = rule;
        }
        if (left != null) {
            target.removeChildElement(List.copyOf(target.getRules()).get(left - 1));
        }
        return model;
    }

    private DmnModelInstance shipped() {
        try {
            return Dmn.readModelFromStream(
                    new ByteArrayInputStream(new ClassPathResource("dmn/" + table + ".dmn").getContentAsByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private DecisionTable rulesOf(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private static Rule rule(DmnModelInstance model, DecisionTable table, Row row) {
        var rule = model.newInstance(Rule.class);
        var description = model.newInstance(Description.class);
        description.setTextContent(row.description);
        rule.setDescription(description);
        for (var input : table.getInputs()) {
            rule.getInputEntries().add(withText(model, InputEntry.class, cell(row, input)));
        }
        var outputs = row.outputs.iterator();
        for (Output _ : table.getOutputs()) {
            rule.getOutputEntries().add(withText(model, OutputEntry.class, outputs.next()));
        }
        return rule;
    }

    private static String cell(Row row, Input input) {
        var expression = input.getInputExpression().getText().getTextContent();
        return row.cells.entrySet().stream()
                .filter(cell -> expression.equals(cell.getKey()) || expression.contains("(" + cell.getKey() + ")"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("-");
    }

    private static <E extends DmnElement> E withText(DmnModelInstance model, Class<E> type, String content) {
        var entry = model.newInstance(type);
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        entry.addChildElement(text);
        return entry;
    }
}
