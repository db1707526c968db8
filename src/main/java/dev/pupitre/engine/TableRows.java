package dev.pupitre.engine;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.Audit;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;

/** The rows of a table as the analysts see them: numbered from 1, with what is written beside them. */
record TableRows(Map<String, TableRows.Row> byRule, SortedSet<LocalTime> times) {
    private static final Pattern TIME = Pattern.compile("(?:time\\s*\\(\\s*|@)\"(\\d{2}:\\d{2}(?::\\d{2})?)\"");

    record Row(int number, @Nullable String description) {}

    static TableRows of(DmnModelInstance model, String decisionId) {
        var byRule = new HashMap<String, Row>();
        SortedSet<LocalTime> times = new TreeSet<>();
        Decision decision = model.getModelElementById(decisionId);
        if (decision.getExpression() instanceof DecisionTable table) {
            for (var rule : table.getRules()) {
                byRule.put(rule.getId(), new Row(byRule.size() + 1, describe(rule)));
                times.addAll(timesOf(rule));
            }
        }
        return new TableRows(Map.copyOf(byRule), Collections.unmodifiableSortedSet(times));
    }

    private static @Nullable String describe(Rule rule) {
        var description = rule.getDescription();
        return description == null ? null : description.getTextContent().strip();
    }

    private static SortedSet<LocalTime> timesOf(Rule rule) {
        return rule.getInputEntries().stream()
                .flatMap(entry -> TIME.matcher(entry.getTextContent()).results())
                .map(found -> LocalTime.parse(found.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    Optional<Row> find(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }

    /** The rule of this decision that matched first. */
    static Optional<String> matched(Audit.AuditLog log, String decisionId) {
        Iterator<Audit.AuditLogEntry> entries = log.entries().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.id().equals(decisionId)
                    && entry.result() instanceof Audit.DecisionTableEvaluationResult evaluated
                    && !evaluated.matchedRules().isEmpty()) {
                return Optional.of(evaluated.matchedRules().head().rule().id());
            }
        }
        return Optional.empty();
    }
}
