package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.RulesStudioStoryIT.beginsADraft;
import static dev.pupitre.story.RulesStudioStoryIT.button;
import static dev.pupitre.story.RulesStudioStoryIT.input;
import static dev.pupitre.story.RulesStudioStoryIT.output;
import static dev.pupitre.story.RulesStudioStoryIT.row;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An analyst's draft meets those of others, a server that is away, and Camunda Modeler. */
class RulesDraftStoryIT extends BrowserStory {
    private static final String DRAFTS = "/api/v1/rules/routing/drafts";
    private static final int TEXT = 3;
    private static final int PRIORITY = 4;
    /** How a cell with a finding looks. */
    private static final Pattern MARKED = Pattern.compile("inset");

    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @BeforeEach
    @AfterEach
    void noDraftIsLeft() {
        windows.mayRefuseTheStyleOfTheMark();
        nadia.get(DRAFTS)
                .json()
                .valueStream()
                .forEach(draft -> nadia.delete(draft(draft.get("id").asString())));
    }

    private static String draft(String id) {
        return DRAFTS + "/" + id;
    }

    private String only() {
        return nadia.get(DRAFTS).json().get(0).get("id").asString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoWhoChangeOneDraftKeepBothTheirChanges(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        beginsADraft(screen);
        var id = only();
        var read = nadia.get(draft(id)).json();
        var theirs = read.get("dmn").asString().replace("urgent", "pressing");
        assertThat(admin.put(draft(id), Map.of("revision", read.get("revision").asLong(), "dmn", theirs)))
                .returns(200, Answer::status);

        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("3");
        assertThat(screen.getByTestId("conflict")).isVisible(visibly());
        picture(screen, "rules-conflict-" + language);
        button(
                        screen.getByTestId("conflict"),
                        language.say("Keep mine as a draft of its own", "Garder le mien comme brouillon à part"))
                .click();

        await().until(() -> nadia.get(DRAFTS).json().size() == 2);
        assertThat(screen.getByTestId("conflict")).hasCount(0, counting());
        assertThat(output(screen, 1, PRIORITY)).containsText("3", saying());
        assertThat(nadia.get(draft(id)).json().get("dmn").asString()).contains("pressing");
        windows.mayComplainOf(409);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsLeftBehindUnsavedWithoutBeingAsked(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        beginsADraft(screen);
        var id = only();
        var before = nadia.get(draft(id)).json().get("dmn");
        windows.mayLoseTheirLine();
        screen.route("**" + draft(id), route -> {
            if (route.request().method().equals("PUT")) {
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
        output(screen, 1, PRIORITY).click();
        screen.locator("#output-number").fill("3");
        assertThat(screen.getByTestId("saving"))
                .containsText(
                        language.say("Not saved. Pupitre tries again.", "Non enregistré. Pupitre réessaie."), saying());

        var allTables = screen.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(language.say("All tables", "Toutes les tables")));
        allTables.click();
        var asked = screen.getByRole(
                AriaRole.DIALOG,
                new Page.GetByRoleOptions()
                        .setName(language.say(
                                "Your last changes are not saved",
                                "Vos dernières modifications ne sont pas enregistrées")));
        assertThat(asked).isVisible(visibly());
        picture(screen, "rules-leave-" + language);
        button(asked, language.say("Stay", "Rester")).click();
        assertThat(output(screen, 1, PRIORITY)).containsText("3", saying());
        allTables.click();
        button(asked, language.say("Leave", "Partir")).click();

        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
        screen.unroute("**" + draft(id));
        assertThat(nadia.get(draft(id)).json().get("dmn"))
                .as("what was given up")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsTypedIntoACellIsCheckedThereAndKept(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        beginsADraft(screen);
        var id = only();
        var cell = input(screen, 1, TEXT);
        types(screen, cell, "order");
        assertThat(screen.locator("[data-testid=finding][data-code=UNKNOWN_NAME]"))
                .isVisible(visibly());
        assertThat(cell).hasCSS("box-shadow", MARKED);
        picture(screen, "rules-typed-" + language);

        types(screen, cell, "contains(?, \"parcel\")");
        assertThat(screen.getByTestId("finding")).hasCount(0, counting());
        assertThat(cell).not().hasCSS("box-shadow", MARKED);
        var note = language.say("Parcels that are lost", "Colis perdus");
        types(screen, row(screen, 1).locator("td.annotation"), note);
        assertThat(screen.getByTestId("saving")).containsText(language.say("Saved", "Enregistré"), saying());
        await().untilAsserted(() ->
                assertThat(nadia.get(draft(id)).json().get("dmn").asString()).contains("parcel", note));
    }

    private static void types(Page screen, Locator cell, String text) {
        cell.click();
        screen.keyboard().press("Control+a");
        screen.keyboard().type(text);
        screen.keyboard().press("Tab");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void rowsAreCopiedMovedAndTakenOutAndInAsAFile(Language language) throws IOException {
        var screen = windows.login(language.tag, "nadia", "/rules/routing/draft");
        beginsADraft(screen);
        var rows = screen.getByTestId("dmn-editor").locator("tbody tr");
        assertThat(rows).hasCount(2, counting());
        input(screen, 1, TEXT).click();
        screen.getByTestId("row-copy").click();
        assertThat(rows).hasCount(3, counting());
        assertThat(row(screen, 2)).containsText("urgent", saying());
        output(screen, 2, PRIORITY).click();
        screen.locator("#output-number").fill("4");
        assertThat(output(screen, 2, PRIORITY)).containsText("4", saying());
        screen.getByTestId("row-up").click();
        assertThat(output(screen, 1, PRIORITY)).containsText("4", saying());
        screen.getByTestId("undo").click();
        assertThat(output(screen, 2, PRIORITY)).containsText("4", saying());
        assertThat(screen.getByTestId("saving")).containsText(language.say("Saved", "Enregistré"), saying());

        var file = screen.waitForDownload(() -> screen.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(language.say("Export .dmn", "Exporter en .dmn")))
                .click());
        assertThat(file.suggestedFilename()).isEqualTo("routing.dmn");
        var saved = Files.createTempDirectory("pupitre").resolve("routing.dmn");
        file.saveAs(saved);

        screen.navigate(pupitre.base.resolve("/rules/routing/draft").toString());
        screen.locator("input[type=file]").setInputFiles(saved);
        assertThat(output(screen, 2, PRIORITY)).containsText("4", saying());
        await().until(() -> nadia.get(DRAFTS).json().size() == 2);

        var other = Files.writeString(saved.resolveSibling("other.dmn"), "No table");
        screen.navigate(pupitre.base.resolve("/rules/routing/draft").toString());
        screen.locator("input[type=file]").setInputFiles(other);
        assertThat(screen.getByTestId("import-refused")).containsText(language.say("no XML", "pas du XML"), saying());
        windows.mayComplainOf(422);
    }
}
