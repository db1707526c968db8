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
import org.junit.jupiter.api.Test;

/** The whole story in two browser windows: a customer in the sandbox, an agent at the desk. */
class BrowserStoryIT extends BrowserStory {
    @Test
    void aCustomerIsAnsweredAndComesBack() {
        var desk = windows.agent("en-GB", "alice");
        var customer = windows.customer();

        write(customer, "Hello, where is my order?");
        write(customer, "It is number 1234.");
        var item = desk.getByTestId("conversation-item");
        assertThat(item).hasCount(1, counting());
        item.click();
        assertThat(desk.getByTestId("message")).hasCount(2, counting());
        assertThat(desk.getByTestId("message").last()).containsText("number 1234");
        picture(desk, "desk-incoming");

        desk.getByTestId("composer").fill("It leaves the house tomorrow.");
        desk.getByTestId("send").click();
        var answer = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText("leaves the house"));
        assertThat(customer.getByTestId("sandbox-message").last()).containsText("leaves the house");
        assertThat(answer).hasAttribute("data-status", "READ", patiently());
        picture(desk, "desk-answered");
        picture(customer, "sandbox-answered");

        desk.getByTestId("resolve").click();
        assertThat(item).hasCount(0, counting());
        write(customer, "Thank you! One more thing...");
        assertThat(item).hasCount(1, counting());
        item.click();
        assertThat(desk.getByTestId("message")).hasCount(1, counting());
    }

    @Test
    void anAgentTakesAConversationFromTheQueue() {
        var desk = windows.login("fr-FR", "alice", "/desk");
        var customer = windows.customer();
        write(customer, "Bonjour !");

        desk.getByTestId("tab-queue").click();
        desk.getByTestId("conversation-item").first().click();
        desk.getByTestId("claim").click();
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        picture(desk, "desk-claimed-fr");

        desk.getByTestId("composer").fill("Bonjour, que puis-je pour vous ?");
        desk.getByTestId("composer").press("Enter");

        assertThat(customer.getByTestId("sandbox-message").last()).containsText("que puis-je", saying());
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        var page = windows.open("en-GB", "/login");

        page.getByTestId("login-username").fill("alice");
        page.getByTestId("login-password").fill("wrong");
        page.getByTestId("login-submit").click();

        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible(visibly());
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    private static void write(Page customer, String text) {
        customer.getByTestId("sandbox-composer").fill(text);
        customer.getByTestId("sandbox-send").click();
        assertThat(customer.getByTestId("sandbox-message").last()).containsText(text);
    }
}
