package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a table says in process, and what the real engine says: the same, of whatever it is asked. */
class TablesAgreeIT {
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TableCompiler compiler = new TableCompiler();

    @Test
    void theEngineSaysWhatIsEvaluatedInProcess() {
        var rows = new TreeMap<String, Integer>();
        for (long seed = 101; seed <= 106; seed++) {
            var id = "agreement-" + seed;
            var table = new GeneratedTable(seed, seed % 3 == 0);
            var dmn = table.dmn(id, 10).replace("id=\"g\"", "id=\"" + id + "-model\"");
            deploy(id, dmn);
            var run = compiler.compile(dmn, id).run();

            for (int question = 0; question < 50; question++) {
                var facts = sayable(table.question());

                var here = run.decide(facts);

                assertAgree(dmn, facts, here, ask(id, facts));
                rows.merge(here.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(rows).as("all kinds of answers").containsOnlyKeys("Decided", "Failed", "Undecided");
    }

    private static void assertAgree(
            String dmn, Map<String, @Nullable Object> facts, TableAnswer here, EvaluateDecisionResponse there) {
        var about = "%s about %s".formatted(dmn, facts);
        switch (here) {
            case TableAnswer.Failed failed ->
                assertThat(there.getFailureMessage()).as(about).contains(failed.message());
            case TableAnswer.Undecided _ -> {
                assertThat(there.getFailureMessage()).as(about).isNullOrEmpty();
                assertThat(there.getDecisionOutput()).as(about).isEqualTo("null");
            }
            case TableAnswer.Decided decided -> {
                assertThat(there.getFailureMessage()).as(about).isNullOrEmpty();
                assertThat(comparable(JSON.readValue(there.getDecisionOutput(), Map.class)))
                        .as(about)
                        .isEqualTo(comparable(decided.outputs()));
                if (decided.row() != null) {
                    var matched = there.getEvaluatedDecisions().getFirst().getMatchedRules();
                    assertThat(matched.getFirst().getRuleIndex()).as(about).isEqualTo(decided.row());
                }
            }
            case TableAnswer.Unknown unknown -> throw new AssertionError("Expected an answer, but got " + unknown);
        }
    }

    /** Numbers as they compare, whatever the types that carried them. */
    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case List<?> list -> list.stream().map(TablesAgreeIT::comparable).toList();
            case Map<?, ?> outputs -> {
                var comparable = new HashMap<Object, @Nullable Object>();
                outputs.forEach((name, output) -> comparable.put(name, comparable(output)));
                yield comparable;
            }
            case null, default -> value;
        };
    }

    /** What JSON can carry, and so the engine can be asked, looks the same in process. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> sayable(Map<String, @Nullable Object> facts) {
        return JSON.readValue(JSON.writeValueAsString(facts), Map.class);
    }

    private static void deploy(String id, String dmn) {
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(dmn.getBytes(UTF_8), id + ".dmn")
                .send()
                .join();
    }

    private static EvaluateDecisionResponse ask(String id, Map<String, @Nullable Object> facts) {
        return CLIENT.newEvaluateDecisionCommand()
                .decisionId(id)
                .variables(facts)
                .send()
                .join();
    }
}
