package dev.pupitre.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalFailure;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.dmn.parser.ParsedDmn;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import scala.util.Either;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides by the tables that come with this version without asking the broker: {@code dmn/} read once, evaluated in
 * process by the DMN engine that stands inside Zeebe, too.
 */
@Component
public class DecisionTables {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final Map<String, ParsedDmn> tables = new HashMap<>();

    DecisionTables() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:dmn/*.dmn")) {
                try (var table = file.getInputStream()) {
                    read(table, String.valueOf(file.getFilename()));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected readable tables in dmn/", failure);
        }
    }

    private void read(InputStream table, String name) {
        var parsed = engine.parse(table);
        if (parsed.isLeft()) {
            throw new IllegalStateException("Expected a valid table in dmn/%s, but: %s"
                    .formatted(name, parsed.left().toOption().get().message()));
        }
        var dmn = parsed.toOption().get();
        var decisions = dmn.decisionsById().keysIterator();
        while (decisions.hasNext()) {
            tables.put(decisions.next(), dmn);
        }
    }

    /**
     * What the table says about the facts.
     *
     * @param facts a record whose components are the variables that the table's inputs name
     * @param result a record with a component for each of the table's outputs
     * @throws IllegalStateException when there is no such table, no rule fits or an expression fails
     */
    public <T> T decide(String decisionId, Object facts, Class<T> result) {
        var table = tables.get(decisionId);
        if (table == null) {
            throw new IllegalStateException(
                    "Expected a table for decision %s, but there is none".formatted(decisionId));
        }
        return JSON.convertValue(value(decisionId, engine.eval(table, decisionId, variables(facts))), result);
    }

    /** Says why by the failure's own message: the audit log beside it names every cell of the table. */
    private static Object value(String decisionId, Either<EvalFailure, EvalResult> answer) {
        if (answer.isLeft()) {
            throw new IllegalStateException("Expected decision %s to be taken, but: %s"
                    .formatted(
                            decisionId, answer.left().toOption().get().failure().message()));
        }
        var decided = answer.toOption().get();
        if (decided.isNil()) {
            throw new IllegalStateException(
                    "Expected a rule of decision %s to fit, but none did".formatted(decisionId));
        }
        return decided.value();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(Object facts) {
        return JSON.convertValue(facts, Map.class);
    }
}
