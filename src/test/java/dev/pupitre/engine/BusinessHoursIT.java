package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.json.JsonMapper;

/** On the real broker, which decides. */
class BusinessHoursIT extends BusinessHoursCases {
    private static final String DECISION = "rich-business-hours";
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void deploy() {
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(HoursTable.RICH.xml(DECISION), DECISION + ".dmn")
                .send()
                .join();
    }

    @Override
    boolean isOpen(Moment moment) {
        var answer = CLIENT.newEvaluateDecisionCommand()
                .decisionId(DECISION)
                .variables(moment)
                .send()
                .join()
                .getDecisionOutput();
        return JSON.readTree(answer).get("open").asBoolean();
    }
}
