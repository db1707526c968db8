package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The line to the server is cut while an agent works: it shows, nothing is lost, and nothing happens twice. */
class ReconnectStoryIT extends BrowserStory {
    @Test
    void theDeskShowsThatItsLineIsCutAndCatchesUp() {
        windows.mayLoseTheirLine();
        try (var line = new Line(pupitre.base.getPort())) {
            var desk = windows.agent("en-GB", "alice", "http://localhost:" + line.port() + "/desk");
            var customer = Customer.named(pupitre.base, "Lina Line");
            customer.writes("Are you still there?");
            opened(desk, "Lina Line");

            line.cut();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "down", patiently());
            desk.getByTestId("composer").fill("I am, I only lost the line.");
            desk.getByTestId("composer").press("Enter");
            var unsent = message(desk, "only lost the line");
            assertThat(unsent).isVisible(visibly());
            assertThat(unsent).hasAttribute("data-status", "UNSENT", patiently());
            customer.writes("Hello?");
            picture(desk, "line-down");

            line.mend();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "up", patiently());
            assertThat(message(desk, "Hello?")).isVisible(visibly());
            await().until(() -> customer.received().contains("I am, I only lost the line."));
            assertThat(message(desk, "only lost the line")).hasAttribute("data-status", "DELIVERED", patiently());
            assertThat(customer.received()).containsOnlyOnce("I am, I only lost the line.");
        }
    }

    private static Locator message(Page desk, String text) {
        return desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }
}
