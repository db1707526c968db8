package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import org.camunda.dmn.DmnEngine;
import org.springframework.stereotype.Component;

/** Makes tables ready to be evaluated in process, by the DMN engine that stands inside Zeebe. */
@Component
public class TableCompiler {
    private final DmnEngine engine = new DmnEngine.Builder().build();

    /** A table that cannot be evaluated at all; the message is the DMN engine's. */
    public static final class NotCompiled extends RuntimeException {
        private NotCompiled(String message) {
            super(message);
        }
    }

    /**
     * Of a DMN file the decision with this id.
     *
     * @throws NotCompiled when the file, or an expression in it, is none that the engine takes, or may go on for ever
     */
    public CompiledTable compile(String dmn, String decisionId) {
        var parsed = engine.parse(new ByteArrayInputStream(dmn.getBytes(UTF_8)));
        if (parsed.isLeft()) {
            throw new NotCompiled(parsed.left().toOption().get().message());
        }
        var file = parsed.toOption().get();
        var decision = file.decisionsById().get(decisionId);
        if (decision.isEmpty()) {
            throw new NotCompiled("Expected a decision with the id %s, but there is none".formatted(decisionId));
        }
        var table = new CompiledTable(engine, file, decision.get());
        if (table.isEndless()) {
            throw new NotCompiled(Names.ENDLESS);
        }
        return table;
    }
}
