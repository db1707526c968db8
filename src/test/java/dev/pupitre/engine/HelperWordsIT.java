package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.CamundaClient;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/** On the real broker. */
class HelperWordsIT extends HelperWordsCases {
    private static final CamundaClient CLIENT = TestBroker.client();

    @BeforeAll
    static void deploy() {
        numbers()
                .forEach(cell -> CLIENT.newDeployResourceCommand()
                        .addResourceBytes(dmn(cell).getBytes(UTF_8), decision(cell) + ".dmn")
                        .send()
                        .join());
    }

    @Override
    boolean takes(int cell, @Nullable String asked) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("asked", asked);
        return CLIENT.newEvaluateDecisionCommand()
                .decisionId(decision(cell))
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput()
                .equals("true");
    }
}
