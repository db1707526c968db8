package dev.pupitre.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.rules.DmnFile.Cell;
import dev.pupitre.rules.DmnFile.Input;
import dev.pupitre.rules.DmnFile.Output;
import dev.pupitre.rules.DmnFile.Row;
import dev.pupitre.rules.DmnRefused.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table out of its file: DMN 1.3, as Camunda Modeler writes it.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/dmn/decision-table/">Decision tables</a>
 */
final class DmnReader {
    /** 1 MB. */
    static final int LARGEST = 1024 * 1024;

    private static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final List<String> FEEL =
            List.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/FEEL/20140401");

    private DmnReader() {}

    /** @throws DmnRefused when it is no table, or not this one with its own columns */
    static DmnFile read(TableName table, String dmn) {
        var file = parse(table, dmn);
        TableColumns.demand(file);
        return file;
    }

    /** With whatever columns it has. */
    static DmnFile parse(TableName table, String dmn) {
        demandSize(dmn);
        var definitions = XmlFile.read(dmn);
        demandModel(table, definitions);
        var decision = decision(table, definitions);
        var rules = decision.first("decisionTable")
                .orElseThrow(() -> new DmnRefused(
                        Reason.NO_TABLE, decision.line(), "Expected a decision table, but the decision is none"));
        demandFirst(rules);
        var inputs = rules.all("input").stream().map(DmnReader::input).toList();
        var outputs = rules.all("output").stream().map(DmnReader::output).toList();
        return new DmnFile(
                table,
                Objects.requireNonNullElse(decision.attribute("name"), table.id()),
                decision.textOf("description"),
                inputs,
                outputs,
                rows(rules, inputs.size(), outputs.size()));
    }

    private static void demandSize(String dmn) {
        var bytes = dmn.getBytes(UTF_8);
        if (bytes.length > LARGEST) {
            var endsIn = 1
                    + Math.toIntExact(new String(bytes, 0, LARGEST, UTF_8)
                            .chars()
                            .filter(sign -> sign == '\n')
                            .count());
            throw new DmnRefused(Reason.TOO_LARGE, endsIn, "Expected a file of at most 1 MB, but it is larger");
        }
    }

    private static void demandModel(TableName table, XmlElement definitions) {
        if (!definitions.name().equals("definitions")
                || !definitions.namespace().equals(NAMESPACE)) {
            throw new DmnRefused(
                    Reason.NOT_DMN,
                    definitions.line(),
                    "Expected DMN 1.3, as Camunda Modeler writes it, but the file is something else");
        }
        for (var unknown : List.of("import", "businessKnowledgeModel", "decisionService")) {
            definitions.first(unknown).ifPresent(found -> {
                throw new DmnRefused(
                        Reason.UNSUPPORTED_ELEMENT,
                        found.line(),
                        "Expected a decision alone, but there is a " + found.name());
            });
        }
        // The engine counts the versions of models, too, and would take an old model for the one that it has.
        var expected = model(table);
        if (!expected.equals(definitions.attribute("id"))) {
            throw new DmnRefused(
                    Reason.MODEL_ID,
                    definitions.line(),
                    "Expected the model %s, but it is %s".formatted(expected, definitions.attribute("id")));
        }
    }

    /** The id of the table's models. */
    static String model(TableName table) {
        return table.id() + "-model";
    }

    private static XmlElement decision(TableName table, XmlElement definitions) {
        var decisions = definitions.all("decision");
        if (decisions.isEmpty()) {
            throw new DmnRefused(
                    Reason.NO_DECISION, definitions.line(), "Expected the decision " + table + ", but there is none");
        }
        if (decisions.size() > 1) {
            throw new DmnRefused(
                    Reason.SEVERAL_DECISIONS,
                    decisions.get(1).line(),
                    "Expected one decision, but there are " + decisions.size());
        }
        var decision = decisions.getFirst();
        if (!table.id().equals(decision.attribute("id"))) {
            throw new DmnRefused(
                    Reason.OTHER_DECISION,
                    decision.line(),
                    "Expected the decision %s, but it is %s".formatted(table, decision.attribute("id")));
        }
        return decision;
    }

    private static void demandFirst(XmlElement rules) {
        var policy = Objects.requireNonNullElse(rules.attribute("hitPolicy"), "UNIQUE");
        if (!policy.equals("FIRST")) {
            throw new DmnRefused(
                    Reason.HIT_POLICY,
                    rules.line(),
                    "Expected the hit policy FIRST, the first matching row decides, but it is " + policy);
        }
    }

    private static Input input(XmlElement column) {
        var expression = column.first("inputExpression");
        expression.ifPresent(DmnReader::demandFeel);
        return new Input(
                column.attribute("label"),
                expression.map(found -> textOf(found)).orElse(""),
                expression.map(found -> found.attribute("typeRef")).orElse(null),
                expression.map(XmlElement::line).orElse(column.line()));
    }

    private static Output output(XmlElement column) {
        return new Output(
                column.attribute("label"),
                Objects.requireNonNullElse(column.attribute("name"), ""),
                column.attribute("typeRef"),
                column.line());
    }

    private static List<Row> rows(XmlElement rules, int inputs, int outputs) {
        var rows = new ArrayList<Row>();
        var ids = new HashSet<String>();
        for (var rule : rules.all("rule")) {
            var number = rows.size() + 1;
            var id = rule.attribute("id");
            if (id == null || !ids.add(id)) {
                throw new DmnRefused(
                        Reason.ROW_ID,
                        rule.line(),
                        "Expected row %d to have an id of its own, but it has %s"
                                .formatted(number, id == null ? "none" : id + ", as another"));
            }
            rows.add(new Row(
                    id,
                    number,
                    rule.textOf("description"),
                    cells(rule, number, "inputEntry", inputs),
                    cells(rule, number, "outputEntry", outputs),
                    rule.line()));
        }
        return List.copyOf(rows);
    }

    private static List<Cell> cells(XmlElement rule, int row, String kind, int expected) {
        var entries = rule.all(kind);
        if (entries.size() != expected) {
            throw new DmnRefused(
                    Reason.CELLS,
                    rule.line(),
                    "Expected %d cells (%s) in row %d, but there are %d"
                            .formatted(expected, kind, row, entries.size()));
        }
        return entries.stream()
                .map(entry -> {
                    demandFeel(entry);
                    var text = entry.first("text");
                    return new Cell(
                            text.map(XmlElement::text).orElse(""),
                            text.map(XmlElement::line).orElse(entry.line()));
                })
                .toList();
    }

    private static String textOf(XmlElement expression) {
        return Objects.requireNonNullElse(expression.textOf("text"), "");
    }

    private static void demandFeel(XmlElement expression) {
        @Nullable String language = expression.attribute("expressionLanguage");
        if (language != null && !FEEL.contains(language)) {
            throw new DmnRefused(
                    Reason.UNSUPPORTED_LANGUAGE, expression.line(), "Expected FEEL, but the language is " + language);
        }
    }
}
