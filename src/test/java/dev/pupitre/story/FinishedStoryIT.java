package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is over, and what nobody listened to, can be found and understood at the desk. */
class FinishedStoryIT extends BrowserStory {
    @Test
    void anAgentFindsWhatIsOverByTheCustomersName() {
        var desk = windows.agent("en-GB", "alice");
        Customer.named(pupitre.base, "Fiona Finished").writes("Do you deliver on Sundays?");
        opened(desk, "Fiona Finished");
        desk.getByTestId("resolve").click();
        picture(desk, "resolve-unanswered");
        desk.getByTestId("resolve-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve anyway"))
                .click();
        assertThat(desk.getByTestId("conversation-item")).hasCount(0, counting());

        desk.getByTestId("tab-finished").click();
        desk.getByRole(AriaRole.SEARCHBOX).fill("fiona");
        var found = item(desk, "Fiona Finished");
        assertThat(found).hasCount(1, counting());
        found.click();

        assertThat(desk.getByText("Do you deliver on Sundays?").last()).isVisible(visibly());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        desk.getByTestId("why").locator("summary").click();
        assertThat(desk.getByTestId("decision").first()).containsText("Listened to", saying());
        assertThat(desk.getByTestId("decision").first()).containsText("Listening, row", saying());
        picture(desk, "finished");
    }

    @Test
    void aSupervisorSeesWhyNobodyListened() {
        Customer.named(pupitre.base, "Igor Ignoré").writes("stop");
        var desk = windows.login("fr-FR", "sofia", "/desk");

        desk.getByTestId("tab-finished").click();
        desk.getByTestId("finished-IGNORED").click();
        var ignored = item(desk, "Igor Ignoré");
        assertThat(ignored).hasCount(1, counting());
        ignored.click();

        assertThat(desk.getByTestId("decision").first()).containsText("Non écoutée", saying());
        assertThat(desk.getByTestId("decision").first()).containsText("Écoute, ligne 1", saying());
        picture(desk, "ignored-fr");
    }

    private static Locator item(Page desk, String customer) {
        return desk.getByTestId("conversation-item").filter(new Locator.FilterOptions().setHasText(customer));
    }
}
