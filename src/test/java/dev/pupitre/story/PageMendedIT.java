package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A Page is connected in the browser, its token dies, and it is mended; what waited for it goes out. */
class PageMendedIT extends BrowserStory {
    private static final String PAGE = "100000000000002";

    @Test
    void aDeadTokenIsMendedAndWhatWaitedGoesOut() {
        var admin = windows.login("en-GB", "admin", "/pages");
        connect(admin, admin.getByTestId("connect"));
        admin.navigate(pupitre.base.resolve("/pages").toString());
        var page = admin.locator("[data-testid=page][data-id='" + PAGE + "']");
        assertThat(page).hasAttribute("data-state", "CONNECTED", patiently());
        picture(admin, "pages-connected");
        var desk = windows.agent("en-GB", "alice");
        var customer = Customer.of(pupitre.base, "Wai Ting", PAGE);
        customer.writes("Is anybody there?");
        opened(desk, "Wai Ting");

        tokenBecomes("PASSWORD_CHANGED");
        desk.getByTestId("composer").fill("Yes, we are.");
        desk.getByTestId("send").click();
        var answer = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText("Yes, we are."));
        assertThat(answer).hasAttribute("data-status", "QUEUED", patiently());
        assertThat(page).hasAttribute("data-state", "HELD", patiently());
        assertThat(admin.getByTestId("nav-attention")).isVisible(visibly());
        assertThat(page.getByTestId("remedy")).hasAttribute("data-remedy", "RECONNECT", patiently());
        picture(admin, "pages-held");
        Assertions.assertThat(customer.received()).isEmpty();

        connect(admin, page.getByTestId("remedy"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> Assertions.assertThat(customer.received()).containsExactly("Yes, we are."));
        admin.navigate(pupitre.base.resolve("/pages").toString());
        assertThat(page).hasAttribute("data-state", "CONNECTED", patiently());
        assertThat(admin.getByTestId("nav-attention")).hasCount(0, Windows.counting());
    }

    /** Through Facebook's dialog and back, with this Page among those that are chosen. */
    private static void connect(Page admin, Locator button) {
        button.click();
        admin.locator("button[value=grant]").click();
        var found = admin.locator("[data-testid=found-page][data-id='" + PAGE + "']");
        assertThat(found).isVisible(visibly());
        if (!found.locator("input").isChecked()) {
            found.locator("label").click();
        }
        picture(admin, "pages-choice");
        admin.getByTestId("connect-chosen").click();
        assertThat(admin.getByTestId("connected")).isVisible(visibly());
    }

    private void tokenBecomes(String state) {
        var answer = sandbox.patch("/sandbox/api/pages/" + PAGE, Map.of("token", state));
        Assertions.assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }
}
