package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.json.JsonMapper;

/** On the real broker, which decides. */
class RulesIT extends RulesCases {
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void deploy() {
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(LISTENING.xml("rich-listening"), "rich-listening.dmn")
                .addResourceBytes(ROUTING.xml("rich-routing"), "rich-routing.dmn")
                .send()
                .join();
    }

    @Override
    Map<String, Object> listens(Map<String, @Nullable Object> facts) {
        return evaluate("rich-listening", facts);
    }

    @Override
    Map<String, Object> routes(Map<String, @Nullable Object> facts) {
        return evaluate("rich-routing", facts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> evaluate(String decision, Map<String, @Nullable Object> facts) {
        var answer = CLIENT.newEvaluateDecisionCommand()
                .decisionId(decision)
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput();
        var outputs = new TreeMap<String, Object>();
        JSON.readValue(answer, Map.class).forEach((name, output) -> {
            if (output != null) {
                outputs.put(String.valueOf(name), output);
            }
        });
        return outputs;
    }
}
