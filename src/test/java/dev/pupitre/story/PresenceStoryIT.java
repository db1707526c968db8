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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent says whether and why they are away, in words that an administrator may choose. */
class PresenceStoryIT extends BrowserStory {
    private static final String REASONS = "/api/v1/break-reasons";
    private static final String PRESENCE = "/api/v1/me/presence";

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAgentTakesABreakForAReason(Language language) {
        var desk = windows.agent(language.tag, "alice");
        desk.getByTestId("presence-busy").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-pause", "BUSY", patiently());

        desk.getByTestId("presence-break").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-pause", "BREAK", patiently());
        desk.getByTestId("break-reasons").click();
        assertThat(desk.getByTestId("break-LUNCH")).isVisible(visibly());
        picture(desk, "presence-reasons-" + language);
        desk.getByTestId("break-LUNCH").click();
        assertThat(desk.getByTestId("presence-break")).containsText(language.say("Lunch", "Déjeuner"), saying());

        desk.reload();
        assertThat(desk.getByTestId("presence-break")).containsText(language.say("Lunch", "Déjeuner"), saying());
        desk.getByTestId("presence-online").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "ONLINE", patiently());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAdministratorSetsTheReasons(Language language) {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        var usual = admin.get(REASONS).json();
        try {
            assertThat(admin.put(REASONS, Map.of("reasons", List.of("Fire drill", "LUNCH"))))
                    .returns(200, Answer::status);
            assertThat(DeskAgent.loggedIn(pupitre.base, "bruno").http.put(REASONS, Map.of("reasons", List.of())))
                    .returns(403, Answer::status);

            var desk = windows.agent(language.tag, "alice");
            desk.getByTestId("presence-break").click();
            desk.getByTestId("break-reasons").click();
            assertThat(desk.getByTestId("break-LUNCH")).containsText(language.say("Lunch", "Déjeuner"), saying());
            desk.getByText("Fire drill").click();
            assertThat(desk.getByTestId("presence-break")).containsText("Fire drill", saying());
        } finally {
            admin.put(REASONS, Map.of("reasons", usual));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Fire drill, Somebody else has changed the list",
        "fr-FR, Exercice d’évacuation, Quelqu’un d’autre a modifié la liste"
    })
    void anAdministratorOrdersTheReasonsAndTheMonitorShowsThem(String language, String drill, String meanwhile) {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        var usual = admin.get(REASONS).json();
        try {
            var screen = windows.login(language, "admin", "/admin/breaks");
            var rows = screen.getByTestId("break-row");
            assertThat(rows).hasCount(usual.size(), counting());
            screen.locator("#new-break").fill(drill);
            screen.getByTestId("add-break").click();
            var added = screen.locator("[data-testid=break-row][data-name='" + drill + "']");
            added.getByTestId("break-up").press("Enter");
            assertThat(rows.nth(usual.size() - 1)).hasAttribute("data-name", drill, patiently());
            picture(screen, "break-reasons-" + language);

            // Nothing that was asked for before may still come in and tell of the other's change.
            screen.reload();
            assertThat(rows).hasCount(usual.size() + 1, counting());
            assertThat(admin.put(REASONS, Map.of("reasons", List.of("LUNCH", drill))))
                    .returns(200, Answer::status);
            added.getByTestId("break-up").press("Enter");
            assertThat(screen.getByText(meanwhile)).isVisible(visibly());
            windows.mayComplainOf(409);
            assertThat(rows).hasCount(2, counting());

            var monitor = windows.login(language, "sofia", "/supervision");
            var alice = DeskAgent.loggedIn(pupitre.base, "alice").http;
            assertThat(alice.put(PRESENCE, onBreakFor(drill))).returns(200, Answer::status);
            assertThat(monitor.locator("[data-testid=agent-row][data-id=alice]"))
                    .containsText("(" + drill + ")", saying());
            picture(monitor, "monitor-break-" + language);
            assertThat(alice.put(PRESENCE, onBreakFor("Siesta"))).returns(400, Answer::status);
        } finally {
            admin.put(REASONS, Map.of("reasons", usual));
        }
    }

    private static Map<String, Object> onBreakFor(String reason) {
        return Map.of("presence", "AWAY", "pause", Map.of("kind", "BREAK", "reason", reason));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNewConversationShowsInTheTitle(Language language) {
        var desk = windows.agent(language.tag, "alice");
        assertThat(desk).hasTitle("Pupitre");
        Customer.named(pupitre.base, "Tilda Title").writes("Hello?");

        assertThat(desk.getByTestId("conversation-item")).hasCount(1, counting());
        assertThat(desk).hasTitle("(1) Pupitre");
        assertThat(desk.getByTestId("tab-queue")).containsText(language.say("Queue", "File"), saying());
    }
}
