package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent works without a mouse, from the queue to the end of a conversation. */
class KeyboardStoryIT extends BrowserStory {
    @ParameterizedTest
    @EnumSource(Language.class)
    void anAgentTakesAnswersAndResolvesByKeysAlone(Language language) {
        var desk = windows.login(language.tag, "alice", "/desk");
        var customer = Customer.named(pupitre.base, "Klara Keys");
        customer.writes("Bonjour !");
        var keys = desk.keyboard();

        alt(desk, "Digit2", language.say("2", "é"));
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
        assertThat(desk.getByTestId("shortcuts-dialog"))
                .containsText(language.say("Take the conversation", "Prendre la conversation"), saying());
        picture(desk, "keys-" + language);
        keys.press("Escape");
        assertThat(desk.getByTestId("shortcuts-dialog")).hasCount(0, counting());
        keys.press("e");

        alt(desk, "Digit1", language.say("1", "&"));
        assertThat(desk.getByTestId("conversation-item")).hasCount(0, counting());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theKeysAreToldOnOtherScreens(Language language) {
        var screen = windows.login(language.tag, "sofia", "/supervision");
        assertThat(screen.getByTestId("tile-waiting")).isVisible(visibly());

        screen.keyboard().type("?");

        assertThat(screen.getByTestId("shortcuts-dialog"))
                .containsText(language.say("Close what is open", "Fermer ce qui est ouvert"), saying());
    }

    /** As on the keyboard of the language; Playwright's own is an American one. */
    private static void alt(Page page, String code, String key) {
        page.evaluate(
                "([code, key]) => document.body.dispatchEvent("
                        + "new KeyboardEvent('keydown', { code, key, altKey: true, bubbles: true }))",
                new String[] {code, key});
    }
}
