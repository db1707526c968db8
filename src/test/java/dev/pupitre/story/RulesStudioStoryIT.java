package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An analyst changes who answers, sees first what that would have done, and takes it back. */
class RulesStudioStoryIT extends BrowserStory {
    private static final String ROUTING = "/api/v1/rules/routing";
    private static final String PAGE = "100000000000001";
    private static final int TEXT = 3;
    private static final int PRIORITY = 4;

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private JsonNode before = current();

    @BeforeEach
    void remember() {
        before = current();
    }

    @AfterEach
    void nothingIsLeft() {
        windows.mayRefuseTheStyleOfTheMark();
        nadia.get(ROUTING + "/drafts")
                .json()
                .valueStream()
                .forEach(draft ->
                        nadia.delete(ROUTING + "/drafts/" + draft.get("id").asString()));
        nadia.get(ROUTING + "/cases")
                .json()
                .valueStream()
                .forEach(each ->
                        nadia.delete(ROUTING + "/cases/" + each.get("id").asString()));
        if (!current().get("dmn").equals(before.get("dmn"))) {
            assertThat(nadia.post(
                            ROUTING + "/rollback",
                            Map.of("version", before.get("number").asInt(), "reason", "As it was")))
                    .returns(200, Answer::status);
        }
    }

    @Test
    void anAnalystChangesWhoComesFirstAndTakesItBack() {
        assertThat(priorityOf("Nora Before", "I want a refund")).isZero();
        var screen = windows.login("en-GB", "nadia", "/rules");
        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
        picture(screen, "rules-tables");
        screen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Routing"))
                .click();
        assertThat(screen.getByTestId("table-row").first()).containsText("contains “*urgent*”", saying());
        picture(screen, "rules-table");

        beginsADraft(screen);
        input(screen, 1, TEXT).click();
        screen.getByTestId("row-above").click();
        screen.locator("#helper-way").selectOption("contains");
        screen.locator("#helper-words").fill("Refund*\nRemboursé*");
        assertThat(input(screen, 1, TEXT)).containsText("refund", saying());
        picture(screen, "rules-helper");
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("7");
        assertThat(screen.getByText("Nothing to complain about.")).isVisible(visibly());
        assertThat(screen.getByTestId("saving")).containsText("Saved", saying());
        picture(screen, "rules-draft");

        screen.getByTestId("tab-backtest").click();
        screen.getByTestId("backtest-start").click();
        assertThat(screen.getByTestId("backtest")).hasAttribute("data-state", "DONE", patiently());
        assertThat(screen.getByTestId("backtest-group").filter(withText("0 → 7")))
                .hasCount(1, counting());
        picture(screen, "rules-backtest");

        screen.getByTestId("tab-draft").click();
        screen.getByTestId("deploy").click();
        assertThat(screen.getByTestId("diff")).containsText("contains “refund*” or “rembourse*”", saying());
        screen.locator("#deploy-reason").fill("Refunds are urgent this week");
        picture(screen, "rules-deploy");
        putsInEffect(screen, "deploy-dialog");
        var deployed = before.get("number").asInt() + 1;
        assertThat(screen.getByTestId("current-version")).containsText("Version " + deployed, saying());
        assertThat(screen.getByTestId("current-version")).containsText("Refunds are urgent this week", saying());
        assertThat(priorityOf("Nora During", "Where is my REFUND?")).isEqualTo(7);

        screen.getByTestId("tab-versions").click();
        var old = screen.locator("[data-testid=version][data-number='%d']"
                .formatted(before.get("number").asInt()));
        old.getByTestId("roll-back").click();
        screen.locator("#back-reason").fill("The week is over");
        putsInEffect(screen, "back-dialog");
        assertThat(screen.getByTestId("current-version")).containsText("Version " + (deployed + 1), saying());
        picture(screen, "rules-versions");
        assertThat(priorityOf("Nora After", "Where is my refund?")).isZero();
    }

    @Test
    void aFailingCaseStandsInTheWay() {
        var screen = windows.login("fr-FR", "nadia", "/rules/routing/try");
        screen.locator("#try-text").fill("C'est ÛRGENT");
        screen.getByTestId("try").click();
        assertThat(screen.getByTestId("trial")).containsText("La ligne 1 décide", saying());
        assertThat(screen.getByTestId("asked-text")).containsText("c'est urgent", saying());
        picture(screen, "rules-try-fr");
        screen.getByTestId("save-case").click();
        screen.locator("#case-name").fill("L’urgent passe d’abord");
        button(screen.getByTestId("case-dialog"), "Enregistrer").click();
        assertThat(screen.getByTestId("case-dialog")).hasCount(0, counting());

        beginsADraft(screen);
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("5");
        assertThat(screen.getByTestId("saving")).containsText("Enregistré", saying());
        assertThat(screen.getByTestId("finding-note")).containsText("L’urgent passe d’abord", saying());
        picture(screen, "rules-check-fr");
        screen.getByTestId("deploy").click();
        assertThat(screen.getByTestId("deploy-cases")).containsText("L’urgent passe d’abord", saying());
        screen.locator("#deploy-reason").fill("Moins urgent");
        var dialog = screen.getByTestId("deploy-dialog");
        assertThat(button(dialog, "Mettre en vigueur")).isDisabled();
        picture(screen, "rules-case-blocks-fr");
        button(dialog, "Annuler").click();

        screen.getByTestId("tab-cases").click();
        assertThat(screen.getByTestId("case")).hasAttribute("data-passed", "false", patiently());
        assertThat(screen.getByTestId("case")).containsText("5, et non 10", saying());
        picture(screen, "rules-cases-fr");
        assertThat(current().get("number")).isEqualTo(before.get("number"));
        // What is left behind is deleted: nothing asks for it any more.
        screen.navigate(pupitre.base.resolve("/rules").toString());
        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
    }

    @Test
    void anAnalystIsToldWhyAConversationIsHere() {
        var customer = Customer.of(pupitre.base, "Nora Why", PAGE);
        alice.is("ONLINE");
        customer.writes("It is urgent");
        var id = alice.isGiven(customer);

        var screen = windows.login("en-GB", "nadia", "/rules/why/" + id);
        var routing = screen.locator("[data-testid=why-decision][data-table=routing]");
        assertThat(routing).containsText("it is urgent", saying());
        assertThat(routing).containsText("The same", saying());
        assertThat(routing).containsText("Then: row 1 of version", saying());
        assertThat(screen.getByTestId("why-whose")).containsText("Nora Why", saying());
        picture(screen, "rules-why");
    }

    @Test
    void aSupervisorComesToWhyFromARecordingAndGoesBack() {
        var customer = Customer.of(pupitre.base, "Nora Recorded", PAGE);
        alice.is("ONLINE");
        customer.writes("It is urgent");
        var id = alice.isGiven(customer);

        var screen = windows.login("fr-FR", "sofia", "/supervision/recordings/" + id);
        screen.getByTestId("why-here").click();
        var routing = screen.locator("[data-testid=why-decision][data-table=routing]");
        assertThat(routing).containsText("Genre", saying());
        assertThat(routing).containsText("À l’époque\u00a0: ligne 1 de la version", saying());
        picture(screen, "rules-why-fr");
        screen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Retour"))
                .click();
        assertThat(screen.getByTestId("why-here")).isVisible(visibly());
    }

    @Test
    void theEditorLeavesOutColumnsThatNoRowUses() {
        var screen = windows.login("fr-FR", "nadia", "/rules/routing/draft");
        screen.getByTestId("new-draft").click();
        assertThat(input(screen, 1, TEXT)).isVisible(visibly());
        assertThat(input(screen, 1, 0)).isHidden();
        assertThat(output(screen, 1, PRIORITY)).isInViewport();
        assertThat(screen.getByTestId("dmn-editor").locator("thead")).containsText("Destinataire", saying());
        picture(screen, "rules-draft-fr");
        screen.setViewportSize(390, 844);
        picture(screen, "rules-draft-phone-fr");
        screen.setViewportSize(1440, 900);
        screen.getByText("Montrer toutes les colonnes").last().click();
        assertThat(input(screen, 1, 0)).isVisible(visibly());
    }

    private JsonNode current() {
        return nadia.get(ROUTING).json().get("current");
    }

    /** How urgent a new conversation is; it is over afterwards. */
    private int priorityOf(String name, String text) {
        var customer = Customer.of(pupitre.base, name, PAGE);
        alice.is("ONLINE");
        customer.writes(text);
        var id = alice.isGiven(customer);
        var priority = alice.conversation(id).get("priority").asInt();
        alice.resolves(id);
        await().until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
        return priority;
    }

    static void beginsADraft(Page screen) {
        screen.getByTestId("tab-draft").click();
        screen.getByTestId("new-draft").click();
        assertThat(input(screen, 1, TEXT)).isVisible(visibly());
    }

    /** The first row is 1, the first input 0. */
    static Locator input(Page screen, int row, int column) {
        return row(screen, row).locator("td.input-cell").nth(column);
    }

    static Locator output(Page screen, int row, int column) {
        return row(screen, row).locator("td.output-cell").nth(column);
    }

    static Locator row(Page screen, int row) {
        return screen.getByTestId("dmn-editor").locator("tbody tr").nth(row - 1);
    }

    private static void putsInEffect(Page screen, String dialog) {
        button(screen.getByTestId(dialog), "Put in effect").click();
        assertThat(screen.getByTestId(dialog)).hasCount(0, counting());
    }

    static Locator button(Locator within, String words) {
        return within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .last();
    }

    private static Locator.FilterOptions withText(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
