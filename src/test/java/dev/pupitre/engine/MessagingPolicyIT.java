package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.json.JsonMapper;

/** On the real broker, where analysts deploy it. */
class MessagingPolicyIT extends MessagingPolicyCases {
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void deploy() {
        PackagedModels.deploy(CLIENT);
    }

    @Override
    Verdict decide(Facts facts) {
        var answer = CLIENT.newEvaluateDecisionCommand()
                .decisionId("messaging-policy")
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput();
        return JSON.readValue(answer, Verdict.class);
    }
}
