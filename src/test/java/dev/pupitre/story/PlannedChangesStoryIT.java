package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An analyst plans a change, a colleague looks at it before, and both see what becomes of it. */
class PlannedChangesStoryIT extends BrowserStory {
    private static final String HOURS = "/api/v1/rules/business-hours";
    private static final String SCREEN = "/rules/business-hours";

    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private JsonNode before = current();

    @BeforeEach
    void remember() {
        before = current();
    }

    @AfterEach
    void nothingIsLeft() {
        windows.mayRefuseTheStyleOfTheMark();
        nadia.get(HOURS + "/drafts")
                .json()
                .valueStream()
                .forEach(draft ->
                        nadia.delete(HOURS + "/drafts/" + draft.get("id").asString()));
        if (!current().get("dmn").equals(before.get("dmn"))) {
            assertThat(nadia.post(
                            HOURS + "/rollback",
                            Map.of("version", before.get("number").asInt(), "reason", "As it was")))
                    .returns(200, Answer::status);
        }
    }

    @Test
    void aChangeIsScheduledApprovedAndCancelled() {
        var screen = deploying("en-GB", "Closed at Christmas");
        screen.locator("#deploy-reason").fill("Nobody is here at Christmas");
        screen.getByText("At a date and time", new Page.GetByTextOptions().setExact(true))
                .click();
        screen.locator("#deploy-day").fill("2001-01-01");
        assertThat(screen.getByTestId("deploy-dialog")).containsText("This is in the past.", saying());
        screen.locator("#deploy-day")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString());
        screen.locator("#deploy-time").fill("09:30");
        assertThat(screen.getByTestId("deploy-zone")).containsText("9:30", saying());
        assertThat(screen.getByTestId("deploy-zone")).containsText("your time zone", saying());
        screen.getByText("Ask a colleague to approve it first").click();
        picture(screen, "rules-schedule");
        button(screen.getByTestId("deploy-dialog"), "Ask for approval").click();
        assertThat(screen.getByTestId("deploy-dialog")).hasCount(0, counting());
        assertThat(planned(screen)).hasAttribute("data-state", "PENDING_APPROVAL", patiently());
        assertThat(button(planned(screen), "Approve or refuse…")).hasCount(0);

        picture(screen, "rules-planned");

        var colleague = windows.login("fr-FR", "admin", "/rules");
        assertThat(colleague.getByTestId("nav-approvals")).containsText("1", saying());
        picture(colleague, "rules-waiting-fr");
        colleague
                .getByTestId("table-planned")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("attend votre approbation"))
                .click();
        button(planned(colleague), "Approuver ou refuser…").click();
        var review = colleague.getByTestId("review-dialog");
        assertThat(review.getByTestId("diff")).containsText("Closed at Christmas", saying());
        assertThat(review).containsText("Pour refuser le changement, dites ici pourquoi.", saying());
        assertThat(button(review, "Refuser")).isDisabled();
        colleague.locator("#review-comment").fill("D’accord pour Noël");
        picture(colleague, "rules-review-fr");
        button(review, "Approuver").click();

        assertThat(planned(screen)).hasAttribute("data-state", "SCHEDULED", patiently());
        assertThat(planned(screen)).containsText("D’accord pour Noël", saying());
        assertThat(current().get("number")).isEqualTo(before.get("number"));
        planned(screen).getByTestId("planned-cancel").click();
        button(screen.getByTestId("cancel-dialog"), "Cancel the plan").click();
        assertThat(planned(colleague)).hasAttribute("data-state", "CANCELLED", patiently());
        picture(colleague, "rules-planned-fr");
    }

    @Test
    void whatAColleagueApprovesTakesEffectAtOnceOnBothScreens() {
        var screen = deploying("en-GB", "Closed for the inventory");
        screen.locator("#deploy-reason").fill("We count the stock");
        screen.getByText("Ask a colleague to approve it first").click();
        button(screen.getByTestId("deploy-dialog"), "Ask for approval").click();
        assertThat(screen.locator("[data-testid=planned][data-state=PENDING_APPROVAL]"))
                .hasCount(1, counting());

        var colleague = windows.login("en-GB", "admin", SCREEN + "/versions");
        button(colleague.getByTestId("planned").first(), "Approve or refuse…").click();
        button(colleague.getByTestId("review-dialog"), "Approve").click();

        var next = "Version " + (before.get("number").asInt() + 1);
        assertThat(screen.getByTestId("current-version")).containsText(next, saying());
        assertThat(screen.getByTestId("current-version")).containsText("We count the stock", saying());
        assertThat(colleague.getByTestId("current-version")).containsText(next, saying());
        assertThat(screen.locator("[data-testid=planned][data-state=PENDING_APPROVAL]"))
                .hasCount(0, counting());
        assertThat(screen.getByTestId("version").first().getByTestId("approved-by"))
                .containsText("Ada Admin", saying());
        assertThat(colleague.getByTestId("nav-approvals")).hasCount(0, counting());
    }

    /** Nadia's draft with this beside its last row, and the dialog that deploys it. */
    private Page deploying(String language, String note) {
        var dmn = current().get("dmn").asString();
        var last = dmn.lastIndexOf("<description>") + "<description>".length();
        var draft = nadia.post(
                HOURS + "/drafts",
                Map.of("dmn", dmn.substring(0, last) + note + dmn.substring(dmn.indexOf("</description>", last))));
        assertThat(draft).returns(201, Answer::status);
        var screen = windows.login(
                language,
                "nadia",
                SCREEN + "/draft?draft=" + draft.json().get("id").asString());
        screen.getByTestId("deploy").click();
        assertThat(screen.getByTestId("diff")).isVisible(visibly());
        return screen;
    }

    private JsonNode current() {
        return nadia.get(HOURS).json().get("current");
    }

    /** What was planned last. */
    private static Locator planned(Page screen) {
        return screen.getByTestId("planned").first();
    }

    private static Locator button(Locator within, String words) {
        return within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .last();
    }
}
