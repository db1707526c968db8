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
import com.microsoft.playwright.options.SelectOption;
import dev.pupitre.story.HttpSession.Answer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An analyst changes who answers, sees first what that would have done, and takes it back. */
class RulesStudioStoryIT extends BrowserStory {
    private static final String ROUTING = "/api/v1/rules/routing";
    private static final String PAGE = "100000000000001";
    private static final int TEXT = 3;
    private static final int TARGET = 0;
    private static final int AGENT = 2;
    private static final int PRIORITY = 4;

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private JsonNode before = current();

    @BeforeEach
    void remember() {
        before = current();
    }

    @AfterEach
    void nothingIsLeft() {
        windows.mayRefuseTheStyleOfTheMark();
        bruno.is("OFFLINE");
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAnalystChangesWhoComesFirstAndTakesItBack(Language language) {
        assertThat(priorityOf("Nora Before", "I want a refund")).isZero();
        // Who asks for no screen begins where the roles are at home.
        var screen = windows.login(language.tag, "nadia", "/");
        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
        picture(screen, "rules-tables-" + language);
        screen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(language.say("Routing", "Routage")))
                .click();
        assertThat(screen.getByTestId("table-row").first())
                .containsText(language.say("contains “*urgent*”", "contient « *urgent* »"), saying());
        picture(screen, "rules-table-" + language);

        beginsADraft(screen);
        input(screen, 1, TEXT).click();
        screen.getByTestId("row-above").click();
        screen.locator("#helper-way").selectOption("contains");
        screen.locator("#helper-words").fill("Refund*\nRemboursé*");
        assertThat(input(screen, 1, TEXT)).containsText("refund", saying());
        picture(screen, "rules-helper-" + language);
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("7");
        assertThat(screen.getByText(language.say("Nothing to complain about.", "Rien à signaler.")))
                .isVisible(visibly());
        assertThat(screen.getByTestId("saving")).containsText(saved(language), saying());
        picture(screen, "rules-draft-" + language);

        screen.getByTestId("tab-backtest").click();
        screen.getByTestId("backtest-start").click();
        assertThat(screen.getByTestId("backtest")).hasAttribute("data-state", "DONE", patiently());
        assertThat(screen.getByTestId("backtest-group").filter(withText("0 → 7")))
                .hasCount(1, counting());
        picture(screen, "rules-backtest-" + language);
        readsWhatWouldHaveChanged(screen, language);

        screen.getByTestId("tab-draft").click();
        screen.getByTestId("deploy").click();
        assertThat(screen.getByTestId("diff"))
                .containsText(
                        language.say("contains “refund*” or “rembourse*”", "contient « refund* » ou « rembourse* »"),
                        saying());
        screen.locator("#deploy-reason").fill("Refunds are urgent this week");
        picture(screen, "rules-deploy-" + language);
        putsInEffect(screen, language, "deploy-dialog");
        var deployed = before.get("number").asInt() + 1;
        assertThat(screen.getByTestId("current-version")).containsText("Version " + deployed, saying());
        assertThat(screen.getByTestId("current-version")).containsText("Refunds are urgent this week", saying());
        assertThat(priorityOf("Nora During", "Where is my REFUND?")).isEqualTo(7);

        screen.getByTestId("tab-versions").click();
        var old = screen.locator("[data-testid=version][data-number='%d']"
                .formatted(before.get("number").asInt()));
        old.getByTestId("roll-back").click();
        screen.locator("#back-reason").fill("The week is over");
        putsInEffect(screen, language, "back-dialog");
        assertThat(screen.getByTestId("current-version")).containsText("Version " + (deployed + 1), saying());
        picture(screen, "rules-versions-" + language);
        assertThat(priorityOf("Nora After", "Where is my refund?")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAnalystSendsTheNextConversationToAnAgentChosenByName(Language language) {
        bruno.is("ONLINE");
        alice.is("ONLINE");
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        beginsADraft(screen);
        input(screen, 1, TEXT).click();
        screen.getByTestId("row-above").click();
        screen.locator("#helper-way").selectOption("contains");
        screen.locator("#helper-words").fill("Parcel*");
        assertThat(input(screen, 1, TEXT)).containsText("parcel", saying());
        output(screen, 1, TARGET).click();
        screen.locator("#output-choice").selectOption("agent");
        output(screen, 1, AGENT).click();
        screen.locator("#output-choice").selectOption(new SelectOption().setLabel("Bruno Costa"));
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("0");
        assertThat(screen.getByTestId("saving")).containsText(saved(language), saying());
        screen.getByTestId("deploy").click();
        screen.locator("#deploy-reason").fill("Bruno knows the carrier");
        putsInEffect(screen, language, "deploy-dialog");
        assertThat(screen.getByTestId("current-version")).containsText("Bruno knows the carrier", saying());

        var customer = Customer.of(pupitre.base, "Nora Parcel", PAGE);
        customer.writes("Where is my parcel?");
        var id = bruno.isGiven(customer);
        assertThat(bruno.conversation(id).at("/assignee/id").asString()).isEqualTo("bruno");
        bruno.resolves(id);
        await().until(() -> bruno.conversation(id).get("state").asString().equals("CLOSED"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFailingCaseStandsInTheWay(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/try");
        screen.locator("#try-text").fill("C'est ÛRGENT");
        screen.getByTestId("try").click();
        assertThat(screen.getByTestId("trial"))
                .containsText(language.say("Row 1 decides", "La ligne 1 décide"), saying());
        assertThat(screen.getByTestId("asked-text")).containsText("c'est urgent", saying());
        picture(screen, "rules-try-" + language);
        screen.getByTestId("save-case").click();
        var name = language.say("The urgent comes first", "L’urgent passe d’abord");
        screen.locator("#case-name").fill(name);
        button(screen.getByTestId("case-dialog"), language.say("Save", "Enregistrer"))
                .click();
        assertThat(screen.getByTestId("case-dialog")).hasCount(0, counting());

        beginsADraft(screen);
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("5");
        assertThat(screen.getByTestId("saving")).containsText(saved(language), saying());
        assertThat(screen.getByTestId("finding-note")).containsText(name, saying());
        picture(screen, "rules-check-" + language);
        screen.getByTestId("deploy").click();
        assertThat(screen.getByTestId("deploy-cases")).containsText(name, saying());
        screen.locator("#deploy-reason").fill("Moins urgent");
        var dialog = screen.getByTestId("deploy-dialog");
        assertThat(button(dialog, putInEffect(language))).isDisabled();
        picture(screen, "rules-case-blocks-" + language);
        button(dialog, language.say("Cancel", "Annuler")).click();

        screen.getByTestId("tab-cases").click();
        assertThat(screen.getByTestId("case")).hasAttribute("data-passed", "false", patiently());
        assertThat(screen.getByTestId("case")).containsText(language.say("5, not 10", "5, et non 10"), saying());
        picture(screen, "rules-cases-" + language);
        assertThat(current().get("number")).isEqualTo(before.get("number"));
        // What is left behind is deleted: nothing asks for it any more.
        screen.navigate(pupitre.base.resolve("/rules").toString());
        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSupervisorAndAnAnalystAreToldWhyAConversationIsHere(Language language) {
        var customer = Customer.of(pupitre.base, "Nora Why", PAGE);
        alice.is("ONLINE");
        customer.writes("It is urgent");
        var id = alice.isGiven(customer);

        var screen = windows.login(language.tag, "sofia", "/supervision/recordings/" + id);
        screen.getByTestId("why-here").click();
        var routing = screen.locator("[data-testid=why-decision][data-table=routing]");
        assertThat(routing).containsText(language.say("Kind", "Genre"), saying());
        assertThat(routing).containsText("it is urgent", saying());
        assertThat(routing).containsText(language.say("The same", "Pareil"), saying());
        assertThat(routing)
                .containsText(language.say("Then: row 1 of version", "À l’époque : ligne 1 de la version"), saying());
        picture(screen, "rules-why-" + language);
        screen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(language.say("Back", "Retour")))
                .click();
        assertThat(screen.getByTestId("why-here")).isVisible(visibly());

        screen.navigate(pupitre.base.resolve("/desk/" + id).toString());
        screen.getByTestId("why").locator("summary").click();
        screen.getByTestId("why-today").click();
        assertThat(routing).containsText("it is urgent", saying());
        assertThat(screen).hasURL(Pattern.compile("/rules/why/" + id));

        var analysts = windows.login(language.tag, "nadia", "/rules/why/" + id);
        assertThat(analysts.getByTestId("why-whose")).containsText("Nora Why", saying());
        analysts.locator("[data-testid=why-decision][data-table=routing]")
                .getByTestId("why-try")
                .click();
        assertThat(analysts.locator("#try-text")).hasValue("it is urgent");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theEditorLeavesOutColumnsThatNoRowUses(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        screen.getByTestId("new-draft").click();
        assertThat(input(screen, 1, TEXT)).isVisible(visibly());
        assertThat(input(screen, 1, 0)).isHidden();
        assertThat(output(screen, 1, PRIORITY)).isInViewport();
        assertThat(screen.getByTestId("dmn-editor").locator("thead"))
                .containsText(language.say("Target", "Destinataire"), saying());
        picture(screen, "rules-columns-" + language);
        screen.setViewportSize(390, 844);
        picture(screen, "rules-columns-phone-" + language);
        screen.setViewportSize(1440, 900);
        screen.getByText(language.say("Show all columns", "Montrer toutes les colonnes"))
                .last()
                .click();
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

    /** An analyst has no desk: the conversation behind a group is shown with what was decided. */
    private static void readsWhatWouldHaveChanged(Page screen, Language language) {
        var group = screen.getByTestId("backtest-group").filter(withText("0 → 7"));
        group.getByTestId("backtest-which").click();
        var first = group.getByTestId("backtest-conversation").first();
        assertThat(first.locator("strong")).isVisible(visibly());
        var whose = first.locator("strong").textContent();
        first.locator("a[href^='/rules/why/']").click();
        assertThat(screen.getByTestId("why-whose")).containsText(whose, saying());
        assertThat(screen.getByTestId("why-words").getByTestId("message").first())
                .isVisible(visibly());
        picture(screen, "rules-why-analyst-" + language);
        screen.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(language.say("Back", "Retour"))
                                .setExact(true))
                .click();
        assertThat(screen.getByTestId("backtest-tested")).isVisible(visibly());
    }

    private static void putsInEffect(Page screen, Language language, String dialog) {
        button(screen.getByTestId(dialog), putInEffect(language)).click();
        assertThat(screen.getByTestId(dialog)).hasCount(0, counting());
    }

    private static String putInEffect(Language language) {
        return language.say("Put in effect", "Mettre en vigueur");
    }

    private static String saved(Language language) {
        return language.say("Saved", "Enregistré");
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
