package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The campaign that all stories share, which a story may change as long as it puts it back. */
final class CatchAll {
    private static final String CAMPAIGN = "/api/v1/campaigns/default";
    private static final List<String> CHANGED =
            List.of("schedule", "zone", "thresholds", "waiting", "greeting", "afterHours", "survey", "assistant");

    private final HttpSession supervisor;
    private final JsonNode before;

    CatchAll(HttpSession supervisor) {
        this.supervisor = supervisor;
        this.before = supervisor.get(CAMPAIGN).json();
    }

    /** Whoever changes it at the same time is let through first. */
    void change(Map<String, ?> fields) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            var changes = new HashMap<String, Object>(fields);
            changes.put(
                    "version", supervisor.get(CAMPAIGN).json().get("version").asLong());
            assertThat(supervisor.patch(CAMPAIGN, changes)).returns(200, Answer::status);
        });
    }

    void restore() {
        change(CHANGED.stream().collect(Collectors.toMap(field -> field, before::get)));
    }
}
