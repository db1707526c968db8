package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An agent works without a mouse, from the queue to the end of a conversation. */
class KeyboardStoryIT extends BrowserStory {
    @Test
    void anAgentTakesAnswersAndResolvesByKeysAlone() {
        var desk = windows.login("fr-FR", "alice", "/desk");
        var customer = Customer.named(pupitre.base, "Klara Keys");
        customer.writes("Bonjour !");
        var keys = desk.keyboard();

        altAsOnAFrenchKeyboard(desk, "Digit2", "é");
        assertThat(desk.getByTestId("tab-queue")).hasAttribute("aria-selected", "true", patiently());
        assertThat(desk.getByTestId("conversation-item")).hasCount(1, counting());
        keys.press("j");
        assertThat(desk.getByTestId("claim")).isVisible(visibly());
        keys.press("c");
        assertThat(desk.getByTestId("composer")).isFocused();
        keys.type("Bonjour Klara.");
        keys.press("Enter");
        await().until(() -> customer.received().contains("Bonjour Klara."));

        keys.press("Escape");
        keys.type("?");
        assertThat(desk.getByTestId("shortcuts-dialog")).isVisible(visibly());
        picture(desk, "keys-fr");
        keys.press("Escape");
        assertThat(desk.getByTestId("shortcuts-dialog")).hasCount(0, counting());
        keys.press("e");

        altAsOnAFrenchKeyboard(desk, "Digit1", "&");
        assertThat(desk.getByTestId("conversation-item")).hasCount(0, counting());
    }

    @Test
    void theKeysAreToldOnOtherScreens() {
        var screen = windows.login("en-GB", "sofia", "/supervision");
        assertThat(screen.getByTestId("tile-waiting")).isVisible(visibly());

        screen.keyboard().type("?");

        assertThat(screen.getByTestId("shortcuts-dialog")).isVisible(visibly());
    }

    /** Playwright's own keyboard is an American one. */
    private static void altAsOnAFrenchKeyboard(Page page, String code, String key) {
        page.evaluate(
                "([code, key]) => document.body.dispatchEvent("
                        + "new KeyboardEvent('keydown', { code, key, altKey: true, bubbles: true }))",
                new String[] {code, key});
    }
}
