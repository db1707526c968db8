package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole story in two browser windows: a customer in the sandbox, an agent at the desk. */
class BrowserStoryIT extends BrowserStory {
    @ParameterizedTest
    @CsvSource({"en-GB, Read, All done", "fr-FR, Lu, Tout est traité"})
    void aCustomerIsAnsweredAndComesBack(String language, String read, String allDone) {
        var desk = windows.agent(language, "alice");
        var customer = windows.customer(language);

        write(customer, "Hello, where is my order?");
        write(customer, "It is number 1234.");
        var item = desk.getByTestId("conversation-item");
        assertThat(item).hasCount(1, counting());
        item.click();
        assertThat(desk.getByTestId("message")).hasCount(2, counting());
        assertThat(desk.getByTestId("message").last()).containsText("number 1234");
        picture(desk, "desk-incoming-" + language);

        desk.getByTestId("composer").fill("It leaves the house tomorrow.");
        desk.getByTestId("send").click();
        var answer = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText("leaves the house"));
        assertThat(customer.getByTestId("sandbox-message").last()).containsText("leaves the house");
        assertThat(answer).hasAttribute("data-status", "READ", patiently());
        assertThat(answer).containsText(read, saying());
        picture(desk, "desk-answered-" + language);
        picture(customer, "sandbox-answered-" + language);

        desk.getByTestId("resolve").click();
        assertThat(item).hasCount(0, counting());
        assertThat(desk.getByText(allDone)).isVisible(visibly());
        write(customer, "Thank you! One more thing...");
        assertThat(item).hasCount(1, counting());
        item.click();
        assertThat(desk.getByTestId("message")).hasCount(1, counting());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Take", "fr-FR, Prendre"})
    void anAgentTakesAConversationFromTheQueue(String language, String take) {
        var desk = windows.login(language, "alice", "/desk");
        var customer = windows.customer(language);
        write(customer, "Bonjour !");

        desk.getByTestId("tab-queue").click();
        desk.getByTestId("conversation-item").first().click();
        assertThat(desk.getByTestId("claim")).hasText(take, Windows.reading());
        desk.getByTestId("claim").click();
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        picture(desk, "desk-claimed-" + language);

        desk.getByTestId("composer").fill("Bonjour, que puis-je pour vous ?");
        desk.getByTestId("composer").press("Enter");

        assertThat(customer.getByTestId("sandbox-message").last()).containsText("que puis-je", saying());
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, User name or password is not right.",
        "fr-FR, Le nom d’utilisateur ou le mot de passe est incorrect."
    })
    void aWrongPasswordIsRefusedInWords(String language, String refusal) {
        var page = windows.open(language, "/login");

        page.getByTestId("login-username").fill("alice");
        page.getByTestId("login-password").fill("wrong");
        page.getByTestId("login-submit").click();

        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(refusal, saying());
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    private static void write(Page customer, String text) {
        customer.getByTestId("sandbox-composer").fill(text);
        customer.getByTestId("sandbox-send").click();
        assertThat(customer.getByTestId("sandbox-message").last()).containsText(text);
    }
}
