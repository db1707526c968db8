package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole story in two browser windows: a customer in the sandbox, an agent at the desk. */
class BrowserStoryIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** The machines are slow; what is waited for is the state, never the time. */
    private static final double PATIENCE = 30_000;

    private static @Nullable Browsers browsers;

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        browsers = Browsers.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void aliceHasNothingToDo() {
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("OFFLINE");
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        DeskAgent.loggedIn(pupitre.base, "alice").is("OFFLINE");
        Assertions.assertThat(complaints).as("errors on the browser's console").isEmpty();
    }

    @Test
    void aCustomerIsAnsweredAndComesBack() {
        var desk = login("en-GB", "alice");
        desk.getByTestId("presence-online").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "ONLINE", patiently());
        var customer = newCustomer();

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
        var desk = login("fr-FR", "alice");
        var customer = newCustomer();
        write(customer, "Bonjour !");

        desk.getByTestId("tab-queue").click();
        desk.getByTestId("conversation-item").first().click();
        desk.getByTestId("claim").click();
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        picture(desk, "desk-claimed-fr");

        desk.getByTestId("composer").fill("Bonjour, que puis-je pour vous ?");
        desk.getByTestId("composer").press("Enter");

        assertThat(customer.getByTestId("sandbox-message").last())
                .containsText("que puis-je", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        var page = open("en-GB", "/login");

        page.getByTestId("login-username").fill("alice");
        page.getByTestId("login-password").fill("wrong");
        page.getByTestId("login-submit").click();

        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible(visibly());
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    private Page login(String language, String name) {
        var page = open(language, "/desk");
        page.getByTestId("login-username").fill(name);
        page.getByTestId("login-password").fill(name);
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("presence-switch")).isVisible(visibly());
        return page;
    }

    private Page newCustomer() {
        var page = open("en-GB", "/sandbox");
        page.getByTestId("sandbox-new-customer").click();
        assertThat(page.getByTestId("sandbox-composer")).isVisible(visibly());
        return page;
    }

    private static void write(Page customer, String text) {
        customer.getByTestId("sandbox-composer").fill(text);
        customer.getByTestId("sandbox-send").click();
        assertThat(customer.getByTestId("sandbox-message").last()).containsText(text);
    }

    private Page open(String language, String path) {
        var window = Objects.requireNonNull(browsers).window(language);
        windows.add(window);
        var page = window.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            // That a stranger is asked to log in is a line of its own on the console.
            if (message.type().equals("error") && !message.text().contains("status of 401")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(pupitre.base.resolve(path).toString());
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static LocatorAssertions.HasCountOptions counting() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.IsVisibleOptions visibly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }
}
