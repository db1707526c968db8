package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In process. */
class HelperWordsTests extends HelperWordsCases {
    private static final List<TableRun> RUNS = numbers()
            .map(cell -> new TableCompiler().compile(dmn(cell), decision(cell)).run())
            .toList();

    @Override
    boolean takes(int cell, @Nullable String asked) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("asked", asked);
        var answer = RUNS.get(cell).decide(facts);
        assertThat(answer).isInstanceOf(TableAnswer.Decided.class);
        return Boolean.TRUE.equals(((TableAnswer.Decided) answer).outputs().get("takes"));
    }
}
