package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The person who connected a Page removes the application at Facebook, and connects the Page again later. */
class DeauthorisationIT {
    private static final String PAGE = "100000000000003";
    private static final String PAGES = "/api/v1/pages/";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession facebook = new HttpSession(pupitre.base);
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final FacebookDialog dialog = new FacebookDialog(admin, facebook);

    @BeforeEach
    @AfterEach
    void thePageIsNotConnected() {
        becomes("VALID");
        admin.delete(PAGES + PAGE);
        admin.post(PAGES + "100000000000001/check", Map.of());
    }

    @Test
    void holdsThePageTellsSupervisorsAndGoesOnWhenItIsConnectedAgain() {
        assertThat(dialog.connect(Map.of(), PAGE)).returns(200, Answer::status);
        try (var alarms = PageAlarms.heardBy(sofia)) {
            becomes("REVOKED");
            var call = facebook.post("/sandbox/api/deauthorise", Map.of()).json();
            assertThat(call.get("status").asInt()).as("%s", call).isEqualTo(200);

            await().untilAsserted(() -> assertThat(stateOf(page())).isEqualTo("HELD"));
            alarms.awaitState(PAGE, "HELD");
            assertThat(page().get("problems").get(0).get("remedy").asString()).isEqualTo("RECONNECT");

            assertThat(dialog.connect(Map.of(), PAGE)).returns(200, Answer::status);

            await().untilAsserted(() -> assertThat(stateOf(page())).isEqualTo("CONNECTED"));
            alarms.awaitState(PAGE, "CONNECTED");
        }
    }

    private void becomes(String token) {
        assertThat(facebook.patch("/sandbox/api/pages/" + PAGE, Map.of("token", token)))
                .returns(200, Answer::status);
    }

    private JsonNode page() {
        return sofia.get(PAGES + PAGE).json();
    }

    private static String stateOf(JsonNode page) {
        return page.get("state").asString();
    }
}
