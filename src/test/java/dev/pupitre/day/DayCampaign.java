package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;

/** What the campaign of the day promises and says, set as a supervisor sets it. */
final class DayCampaign {
    private DayCampaign() {}

    static void isSet(HttpSession program, List<DayAgent> agents) {
        var experts = agents.stream()
                .filter(agent -> agent.expert)
                .map(agent -> agent.id)
                .toList();
        var team = Map.of("id", Desk.EXPERTS, "name", "Experts", "members", experts);
        assertThat(program.post("/api/v1/teams", team)).returns(201, Answer::status);
        var version =
                program.get("/api/v1/campaigns/default").json().get("version").asLong();
        var changes = Map.of(
                "version", version,
                "schedule", "office",
                "zone", Hours.ZONE.getId(),
                "strategy", "LEAST_BUSY",
                "thresholds", thresholds(),
                "waiting", Map.of("longWaitText", text("Thank you for waiting, we have not forgotten you.")),
                "greeting", Map.of("on", true, "text", text("Welcome!")),
                "afterHours", Map.of("then", "WAIT", "text", text("We are closed now."), "quietHours", 12),
                "survey", survey());
        assertThat(program.patch("/api/v1/campaigns/default", changes)).returns(200, Answer::status);
    }

    private static Map<String, Object> thresholds() {
        return Map.of(
                "serviceLevel", Scenario.SERVICE_LEVEL.toSeconds(),
                "serviceLevelTarget", Scenario.SERVICE_LEVEL_TARGET,
                "dropout", Scenario.DROPOUT.toSeconds(),
                "longWait", Scenario.LONG_WAIT.toSeconds(),
                "idle", Scenario.IDLE.toSeconds());
    }

    private static Map<String, Object> survey() {
        return Map.of(
                "on",
                true,
                "question",
                text("How was it, from 1 to 5?"),
                "thanks",
                text("Thank you!"),
                "notAgainDays",
                Scenario.NOT_AGAIN_DAYS);
    }

    private static Map<String, String> text(String text) {
        return Map.of("default", text);
    }
}
