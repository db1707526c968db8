package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.dmn.parser.ParsedRule;
import org.jspecify.annotations.Nullable;

/** What a whole table says without anything of Pupitre's. */
final class PlainEngine {
    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final ParsedDmn dmn;
    private final String decision;

    PlainEngine(String dmn, String decision) {
        this.dmn = engine.parse(new ByteArrayInputStream(dmn.getBytes(UTF_8)))
                .toOption()
                .get();
        this.decision = decision;
    }

    TableAnswer decide(Map<String, @Nullable Object> facts) {
        var answer = engine.eval(dmn, decision, ScalaValues.map(facts));
        if (answer.isLeft()) {
            return new TableAnswer.Failed(
                    answer.left().toOption().get().failure().message());
        }
        var result = answer.toOption().get();
        var row =
                TableRows.matched(result.auditLog(), decision).map(this::number).orElse(null);
        if (row == null && result.isNil()) {
            return new TableAnswer.Undecided();
        }
        @SuppressWarnings("unchecked")
        var outputs = result.value() instanceof Map<?, ?> several ? (Map<String, @Nullable Object>) several : null;
        return new TableAnswer.Decided(row, outputs == null ? Collections.singletonMap("", result.value()) : outputs);
    }

    private int number(String rule) {
        var table = (ParsedDecisionTable) dmn.decisionsById().apply(decision).logic();
        return ScalaValues.list(table.rules()).stream()
                        .map(ParsedRule::id)
                        .toList()
                        .indexOf(rule)
                + 1;
    }
}
