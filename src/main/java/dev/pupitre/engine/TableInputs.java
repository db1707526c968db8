package dev.pupitre.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.dmn.Audit;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;

/** What a table was asked, column by column, as the audit log of its evaluation has it. */
final class TableInputs {
    /** A long message is known by how it begins. */
    private static final int LONGEST = 200;

    private TableInputs() {}

    static List<DecisionTables.Input> of(Audit.AuditLog log, String decisionId) {
        var inputs = new ArrayList<DecisionTables.Input>();
        Iterator<Audit.AuditLogEntry> entries = log.entries().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.id().equals(decisionId)
                    && entry.result() instanceof Audit.DecisionTableEvaluationResult evaluated) {
                Iterator<Audit.EvaluatedInput> each = evaluated.inputs().iterator();
                while (each.hasNext()) {
                    var input = each.next();
                    inputs.add(new DecisionTables.Input(input.input().name(), plain(input.value())));
                }
            }
        }
        return List.copyOf(inputs);
    }

    private static @Nullable Object plain(Val value) {
        return switch (value) {
            case ValString text ->
                text.value().length() <= LONGEST ? text.value() : text.value().substring(0, LONGEST) + "…";
            case ValBoolean bool -> bool.value();
            case ValNumber number -> number.value().doubleValue();
            default -> null;
        };
    }
}
