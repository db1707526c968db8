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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        // Refused for those that have come to their end, which most have.
        nadia.get(HOURS + "/planned")
                .json()
                .valueStream()
                .forEach(plan -> nadia.post(HOURS + "/planned/" + plan.get("id").asString() + "/cancel", Map.of()));
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void aChangeIsScheduledApprovedAndCancelled(Language language) {
        var screen = deploying(language, "Closed at Christmas");
        screen.locator("#deploy-reason").fill("Nobody is here at Christmas");
        screen.getByText(
                        language.say("At a date and time", "À une date et une heure"),
                        new Page.GetByTextOptions().setExact(true))
                .click();
        screen.locator("#deploy-day").fill("2001-01-01");
        assertThat(screen.getByTestId("deploy-dialog"))
                .containsText(language.say("This is in the past.", "C’est dans le passé."), saying());
        screen.locator("#deploy-day")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString());
        screen.locator("#deploy-time").fill("09:30");
        assertThat(screen.getByTestId("deploy-zone")).containsText("9:30", saying());
        assertThat(screen.getByTestId("deploy-zone"))
                .containsText(language.say("your time zone", "votre fuseau horaire"), saying());
        asksForApproval(screen, language);
        picture(screen, "rules-schedule-" + language);
        button(screen.getByTestId("deploy-dialog"), request(language)).click();
        assertThat(screen.getByTestId("deploy-dialog")).hasCount(0, counting());
        assertThat(planned(screen)).hasAttribute("data-state", "PENDING_APPROVAL", patiently());
        assertThat(button(planned(screen), review(language))).hasCount(0);

        picture(screen, "rules-planned-" + language);

        var colleague = windows.login(language.tag, "admin", "/rules");
        assertThat(colleague.getByTestId("nav-approvals")).containsText("1", saying());
        picture(colleague, "rules-waiting-" + language);
        colleague
                .getByTestId("table-planned")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(language.say("waits for your approval", "attend votre approbation")))
                .click();
        button(planned(colleague), review(language)).click();
        var review = colleague.getByTestId("review-dialog");
        assertThat(review.getByTestId("diff")).containsText("Closed at Christmas", saying());
        assertThat(button(review, language.say("Refuse", "Refuser"))).isDisabled();
        assertThat(review)
                .containsText(
                        language.say("To refuse the change, say here why.", "Pour refuser le changement, dites ici"),
                        saying());
        colleague.locator("#review-comment").fill("D’accord pour Noël");
        picture(colleague, "rules-review-" + language);
        button(review, approve(language)).click();

        assertThat(planned(screen)).hasAttribute("data-state", "SCHEDULED", patiently());
        assertThat(planned(screen)).containsText("D’accord pour Noël", saying());
        assertThat(current().get("number")).isEqualTo(before.get("number"));
        planned(screen).getByTestId("planned-cancel").click();
        button(screen.getByTestId("cancel-dialog"), language.say("Cancel the plan", "Annuler le plan"))
                .click();
        assertThat(planned(colleague)).hasAttribute("data-state", "CANCELLED", patiently());
        picture(colleague, "rules-cancelled-" + language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatAColleagueApprovesTakesEffectAtOnceOnBothScreens(Language language) {
        var screen = deploying(language, "Closed for the inventory");
        screen.locator("#deploy-reason").fill("We count the stock");
        asksForApproval(screen, language);
        button(screen.getByTestId("deploy-dialog"), request(language)).click();
        assertThat(screen.locator("[data-testid=planned][data-state=PENDING_APPROVAL]"))
                .hasCount(1, counting());

        var colleague = windows.login(language.tag, "admin", SCREEN + "/versions");
        button(planned(colleague), review(language)).click();
        button(colleague.getByTestId("review-dialog"), approve(language)).click();

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

    private static void asksForApproval(Page screen, Language language) {
        screen.getByText(language.say(
                        "Ask a colleague to approve it first", "Demander d’abord l’approbation d’un collègue"))
                .click();
    }

    private static String request(Language language) {
        return language.say("Ask for approval", "Demander l’approbation");
    }

    private static String review(Language language) {
        return language.say("Approve or refuse…", "Approuver ou refuser…");
    }

    private static String approve(Language language) {
        return language.say("Approve", "Approuver");
    }

    /** Nadia's draft with this beside its last row, and the dialog that deploys it. */
    private Page deploying(Language language, String note) {
        var dmn = current().get("dmn").asString();
        var last = dmn.lastIndexOf("<description>") + "<description>".length();
        var draft = nadia.post(
                HOURS + "/drafts",
                Map.of("dmn", dmn.substring(0, last) + note + dmn.substring(dmn.indexOf("</description>", last))));
        assertThat(draft).returns(201, Answer::status);
        var screen = windows.login(
                language.tag,
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
