package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent who looks elsewhere is called to a new conversation: by a sound, a notification and the tab's title. */
class CallingStoryIT extends BrowserStory {
    /** Writes down what the browser would play and show; the page counts as one that nobody looks at. */
    private static final String LISTEN = """
            () => {
              window.called = [];
              window.AudioContext = class {
                state = "running"; currentTime = 0; destination = {};
                createOscillator() {
                  return { frequency: {}, connect: (to) => to, start: () => window.called.push("note"), stop() {} };
                }
                createGain() {
                  return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to };
                }
              };
              window.Notification = class {
                static permission = "granted";
                static requestPermission = async () => "granted";
                constructor(title, { body }) { window.called.push(title + " | " + body); }
                close() {}
              };
              Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
            }""";

    @ParameterizedTest
    @CsvSource({"en-GB, New conversation", "fr-FR, Nouvelle conversation"})
    void aNewConversationIsHeardShownAndCounted(String language, String title) {
        var desk = windows.agent(language, "alice");
        await().untilAsserted(() -> assertThat(desk.title()).isEqualTo("Pupitre"));
        desk.evaluate(LISTEN);
        desk.getByTestId("user-menu").click();
        desk.getByTestId("open-preferences").click();
        desk.getByTestId("preferences-dialog")
                .locator("label[for=notifications]")
                .click();
        assertThat(desk.locator("#notifications")).hasAttribute("aria-checked", "true", patiently());
        picture(desk, "preferences-notifications-" + language);
        desk.keyboard().press("Escape");
        assertThat(desk.getByTestId("preferences-dialog")).hasCount(0, counting());

        Customer.named(pupitre.base, "Nina New").writes("Is anybody there?");

        await().untilAsserted(() -> assertThat(called(desk))
                .contains("note")
                .anySatisfy(call -> assertThat(call).startsWith(title).endsWith("| Is anybody there?")));
        assertThat(desk.getByTestId("conversation-item")).hasCount(1, counting());
        await().untilAsserted(() -> assertThat(desk.title()).isEqualTo("(1) Pupitre"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, My account", "fr-FR, Mon compte"})
    void anAgentIsCalledFromAnotherScreen(String language, String account) {
        var desk = windows.agent(language, "alice");
        // What is new shows by what was there before.
        desk.waitForResponse(
                answer -> answer.url().contains("/conversations?state=ASSIGNED,CLOSING&assignee=me"),
                () -> desk.navigate(pupitre.base.resolve("/account").toString()));
        await().untilAsserted(() -> assertThat(desk.title()).isEqualTo(account + " – Pupitre"));
        desk.evaluate(LISTEN);

        Customer.named(pupitre.base, "Nino Nouveau").writes("Il y a quelqu’un ?");

        await().untilAsserted(() -> assertThat(called(desk)).contains("note"));
        await().untilAsserted(() -> assertThat(desk.title()).isEqualTo("(1) " + account + " – Pupitre"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> called(Page desk) {
        return (List<String>) desk.evaluate("() => window.called");
    }
}
