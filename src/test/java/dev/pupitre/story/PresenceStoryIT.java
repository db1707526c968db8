package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent says whether and why they are away, in words that an administrator may choose. */
class PresenceStoryIT extends BrowserStory {
    private static final String REASONS = "/api/v1/break-reasons";

    @Test
    void anAgentTakesABreakForAReason() {
        var desk = windows.agent("fr-FR", "alice");
        desk.getByTestId("presence-busy").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-pause", "BUSY", patiently());

        desk.getByTestId("presence-break").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-pause", "BREAK", patiently());
        desk.getByTestId("break-reasons").click();
        assertThat(desk.getByTestId("break-LUNCH")).isVisible(visibly());
        picture(desk, "presence-reasons-fr");
        desk.getByTestId("break-LUNCH").click();
        assertThat(desk.getByTestId("presence-break")).containsText("Déjeuner", saying());

        desk.reload();
        assertThat(desk.getByTestId("presence-break")).containsText("Déjeuner", saying());
        desk.getByTestId("presence-online").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "ONLINE", patiently());
    }

    @Test
    void anAdministratorSetsTheReasons() {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        var usual = admin.get(REASONS).json();
        try {
            assertThat(admin.put(REASONS, Map.of("reasons", List.of("Fire drill", "LUNCH"))))
                    .returns(200, Answer::status);
            assertThat(DeskAgent.loggedIn(pupitre.base, "bruno").http.put(REASONS, Map.of("reasons", List.of())))
                    .returns(403, Answer::status);

            var desk = windows.agent("en-GB", "alice");
            desk.getByTestId("presence-break").click();
            desk.getByTestId("break-reasons").click();
            desk.getByText("Fire drill").click();
            assertThat(desk.getByTestId("presence-break")).containsText("Fire drill", saying());
        } finally {
            admin.put(REASONS, Map.of("reasons", usual));
        }
    }

    @Test
    void aNewConversationShowsInTheTitle() {
        var desk = windows.agent("en-GB", "alice");
        assertThat(desk).hasTitle("Pupitre");
        Customer.named(pupitre.base, "Tilda Title").writes("Hello?");

        assertThat(desk.getByTestId("conversation-item")).hasCount(1, counting());
        assertThat(desk).hasTitle("(1) Pupitre");
    }
}
