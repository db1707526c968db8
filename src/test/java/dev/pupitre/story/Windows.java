package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** The browser windows of one story; what their consoles complain of fails it. */
final class Windows implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** The machines are slow; what is waited for is the state, never the time. */
    static final double PATIENCE = 120_000;

    private final Browsers browsers;
    private final URI base;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private boolean lineMayBeLost;

    Windows(Browsers browsers, URI base) {
        this.browsers = browsers;
        this.base = base;
    }

    Page login(String language, String name, String path) {
        var page = open(language, path);
        page.getByTestId("login-username").fill(name);
        page.getByTestId("login-password").fill(name);
        page.getByTestId("login-submit").click();
        assertThat(page.getByTestId("user-menu")).isVisible(visibly());
        return page;
    }

    /** An agent who takes what comes. */
    Page agent(String language, String name) {
        return agent(language, name, "/desk");
    }

    /** The same by another address. */
    Page agent(String language, String name, String path) {
        var desk = login(language, name, path);
        desk.getByTestId("presence-online").click();
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "ONLINE", patiently());
        return desk;
    }

    Page customer(String language) {
        var page = open(language, "/sandbox");
        page.getByTestId("sandbox-new-customer").click();
        assertThat(page.getByTestId("sandbox-composer")).isVisible(visibly());
        return page;
    }

    Page open(String language, String path) {
        var window = browsers.window(language);
        open.add(window);
        var page = window.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            // That a stranger is asked to log in is a line of its own on the console.
            if (message.type().equals("error") && !message.text().contains("status of 401")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(base.resolve(path).toString());
        return page;
    }

    /** A refusal that the story is about is told on the console by the browser itself. */
    void mayComplainOf(int status) {
        refusals.add("status of " + status);
    }

    /**
     * dmn-js gives its mark styles in its markup (three, of link and picture), which the content policy refuses; a style
     * sheet of ours has them. They are left there: its licence forbids to change that file.
     */
    void mayRefuseTheStyleOfTheMark() {
        complaints.removeIf(complaint -> complaint.startsWith("Applying inline style violates"));
    }

    /** A line that the story cuts is told on the console by the browser itself. */
    void mayLoseTheirLine() {
        lineMayBeLost = true;
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
        complaints.removeIf(complaint -> lineMayBeLost && complaint.contains("net::ERR_"));
        complaints.removeIf(complaint -> refusals.stream().anyMatch(complaint::contains));
        Assertions.assertThat(complaints).as("errors on the browser's console").isEmpty();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** The conversation of this customer, opened from the agent's list. */
    static Locator opened(Page desk, String customer) {
        var item = desk.getByTestId("conversation-item").filter(new Locator.FilterOptions().setHasText(customer));
        assertThat(item).hasCount(1, counting());
        item.click();
        assertThat(desk.getByTestId("message").first()).isVisible(visibly());
        return item;
    }

    static LocatorAssertions.HasCountOptions counting() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.IsVisibleOptions visibly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.HasAttributeOptions patiently() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.ContainsTextOptions saying() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.HasValueOptions holding() {
        return new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE);
    }

    static LocatorAssertions.HasTextOptions reading() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }
}
