package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped tables decide, told by the real engine. */
class DecisionTablesIT {
    private static final CamundaClient CLIENT = TestBroker.client();

    @BeforeAll
    static void deploy() {
        PackagedModels.deploy(CLIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "always, 2026-03-01, Sunday, 03:00:00, true",
        "office, 2026-03-02, Monday, 09:00:00, true",
        "office, 2026-03-02, Monday, 08:59:59, false",
        "office, 2026-03-06, Friday, 17:59:59, true",
        "office, 2026-03-06, Friday, 18:00:00, false",
        "office, 2026-03-07, Saturday, 10:00:00, false",
        "unheard-of, 2026-03-02, Monday, 10:00:00, false"
    })
    void opensTheDeskByItsSchedule(String schedule, String localDate, String weekday, String localTime, boolean open) {
        var answer = evaluate(
                "business-hours",
                Map.of("schedule", schedule, "localDate", localDate, "weekday", weekday, "localTime", localTime));

        assertThat(answer).contains("\"open\":" + open);
    }

    @Test
    void servesUrgentWordsFirst() {
        assertThat(evaluate("routing", Map.of("text", "c'est urgent !"))).contains("\"priority\":10");
        assertThat(evaluate("routing", Map.of("text", "good morning"))).contains("\"priority\":0");
    }

    private static String evaluate(String decision, Map<String, Object> variables) {
        return CLIENT.newEvaluateDecisionCommand()
                .decisionId(decision)
                .variables(variables)
                .send()
                .join()
                .getDecisionOutput();
    }
}
