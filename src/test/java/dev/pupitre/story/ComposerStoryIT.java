package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.pupitre.story.HttpSession.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agent answers with what the campaign has ready, and loses nothing on the way. */
class ComposerStoryIT extends BrowserStory {
    private static final String DEFAULT = "/api/v1/campaigns/default";

    /** Says how a file is carried by the clipboard or the pointer: here, the smallest picture there is. */
    private static final String CARRIED = """
            const carried = (name) => {
              const bytes = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
              const data = new DataTransfer();
              data.items.add(new File([bytes], name, { type: "image/png" }));
              return data;
            };
            """;

    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @BeforeEach
    void theCampaignHasCannedResponses() {
        offers(List.of(
                canned("delivery", "Delivery times", "Hello {{customer.firstName}}, {{agent}} here: three days."),
                canned("returns", "Returns", "Send it back within a month.")));
    }

    @AfterEach
    void theCampaignHasNoneAgain() {
        offers(List.of());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 24 hours end in, then", "fr-FR, 24 heures de Facebook se terminent dans, puis"})
    void anAgentAnswersByACannedResponseAndItsDraftOutlivesAReload(String language, String end, String then) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Camille Canned");
        customer.writes("When does it come?");
        opened(desk, "Camille Canned");
        assertThat(desk.getByTestId("window-clock")).containsText(end, saying());
        assertThat(desk.getByTestId("window-clock")).containsText(then, saying());

        var box = desk.getByTestId("composer");
        box.pressSequentially("/deliv");
        assertThat(desk.getByTestId("canned-item")).hasCount(1, counting());
        picture(desk, "canned-" + language);
        box.press("Enter");
        assertThat(box).hasValue("Hello Camille, Alice Martin here: three days.");

        desk.getByTestId("attach-input")
                .setInputFiles(new FilePayload("note.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
        var enclosure = desk.getByTestId("enclosure");
        assertThat(enclosure).hasAttribute("data-state", "ready", patiently());
        desk.reload();
        assertThat(desk.getByTestId("composer")).hasValue("Hello Camille, Alice Martin here: three days.");
        assertThat(enclosure).containsText("note.txt", saying());

        desk.getByTestId("send").click();
        var answer = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText("three days"));
        assertThat(answer).isVisible(visibly());
        await().until(() -> customer.received().contains("Hello Camille, Alice Martin here: three days."));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Enter to send, Ctrl + Enter to send", "fr-FR, Entrée pour envoyer, Ctrl + Entrée pour envoyer"})
    void anAgentChoosesHowToSend(String language, String before, String after) {
        var desk = windows.agent(language, "alice");
        Customer.named(pupitre.base, "Paul Préféré").writes("Bonjour");
        opened(desk, "Paul Préféré");
        assertThat(desk.getByText(before)).isVisible(visibly());
        desk.getByTestId("user-menu").click();
        desk.getByTestId("open-preferences").click();
        desk.getByTestId("preferences-dialog")
                .locator("label[for=send-by-ctrlEnter]")
                .click();
        desk.getByTestId("preferences-dialog").locator("label[for=theme-dark]").click();
        picture(desk, "preferences-" + language);
        desk.keyboard().press("Escape");
        assertThat(desk.getByTestId("preferences-dialog")).hasCount(0, counting());
        assertThat(desk.getByText(after)).isVisible(visibly());

        var box = desk.getByTestId("composer");
        box.pressSequentially("Bonjour");
        box.press("Enter");
        box.pressSequentially("Paul");
        assertThat(box).hasValue("Bonjour\nPaul");
        box.press("Control+Enter");

        assertThat(box).hasValue("");
        assertThat(desk.getByTestId("message")).hasCount(2, counting());
        assertThat(desk.locator("html")).hasAttribute("data-theme", "dark", patiently());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Remove dropped.png", "fr-FR, Retirer dropped.png"})
    void anAgentPastesAPictureAndDropsAnother(String language, String remove) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Petra Pasted");
        customer.writes("What does it look like?");
        opened(desk, "Petra Pasted");
        var box = desk.getByTestId("composer");

        box.evaluate("box => {" + CARRIED + """
                box.dispatchEvent(new ClipboardEvent("paste",
                    { clipboardData: carried("pasted.png"), bubbles: true, cancelable: true }));
                }""");
        assertThat(desk.getByTestId("enclosure")).containsText("pasted.png", saying());
        box.evaluate("box => {" + CARRIED + """
                ["dragenter", "dragover", "drop"].forEach((type) => box.dispatchEvent(new DragEvent(type,
                    { dataTransfer: carried("dropped.png"), bubbles: true, cancelable: true })));
                }""");
        var enclosures = desk.getByTestId("enclosure");
        assertThat(enclosures).hasCount(2, counting());
        assertThat(enclosures.last()).containsText("dropped.png", saying());
        assertThat(desk.locator("[data-testid=enclosure][data-state=ready]")).hasCount(2, counting());
        picture(desk, "pasted-dropped-" + language);

        assertThat(desk.getByLabel(remove)).isVisible(visibly());
        desk.getByTestId("send").click();
        assertThat(enclosures).hasCount(0, counting());
        await().until(() -> customer.received().size() == 2);
    }

    private void offers(List<Map<String, Object>> responses) {
        var version = sofia.get(DEFAULT).json().get("version").asLong();
        assertThat(sofia.patch(DEFAULT, Map.of("version", version, "cannedResponses", responses)))
                .returns(200, Answer::status);
    }

    private static Map<String, Object> canned(String shortcut, String title, String text) {
        return Map.of("shortcut", shortcut, "title", title, "text", Map.of("default", text));
    }
}
