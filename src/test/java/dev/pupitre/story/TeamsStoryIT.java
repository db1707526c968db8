package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A supervisor looks after the teams, and is told what would miss one, and what no row of the tables names. */
class TeamsStoryIT extends BrowserStory {
    private static final String TEAMS = "/api/v1/teams";
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String PAGE = "100000000000001";

    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @AfterEach
    void nothingIsLeft() {
        sofia.get(CAMPAIGNS)
                .json()
                .valueStream()
                .filter(campaign -> !campaign.get("catchAll").asBoolean())
                .forEach(campaign ->
                        sofia.delete(CAMPAIGNS + "/" + campaign.get("id").asString()));
        sofia.get(TEAMS)
                .json()
                .valueStream()
                .forEach(team -> sofia.delete(TEAMS + "/" + team.get("id").asString()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSupervisorMakesATeamChangesItAndDeletesIt(Language language) {
        var screen = windows.login(language.tag, "sofia", "/teams");
        assertThat(screen.getByText(language.say("There is no team yet", "Il n’y a pas encore d’équipe")))
                .isVisible(visibly());
        picture(screen, "teams-empty-" + language);

        screen.getByTestId("new-team").click();
        screen.getByLabel(language.say("Name", "Nom"), new Page.GetByLabelOptions().setExact(true))
                .fill("Returns");
        screen.getByTestId("team-dialog").getByText("Bruno Costa").click();
        press(screen.getByTestId("team-dialog"), language.say("Create", "Créer"));
        var team = screen.locator("[data-testid=team][data-id=returns]");
        assertThat(team).containsText("Bruno Costa", saying());

        press(team, language.say("Change Returns", "Modifier Returns"));
        screen.getByLabel(language.say("Name", "Nom"), new Page.GetByLabelOptions().setExact(true))
                .fill("Returns and refunds");
        screen.getByTestId("team-dialog").getByText("Alice Martin").click();
        press(screen.getByTestId("team-dialog"), language.say("Save", "Enregistrer"));
        assertThat(team).containsText("Returns and refunds", saying());
        assertThat(team).containsText("Alice Martin", saying());
        picture(screen, "teams-" + language);

        press(team, language.say("Delete", "Supprimer") + " Returns and refunds");
        press(screen.getByTestId("delete-team"), language.say("Delete", "Supprimer"));
        assertThat(team).hasCount(0, counting());
        assertThat(sofia.get(TEAMS).json().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTeamThatAnOverflowGoesToIsKept(Language language) {
        assertThat(sofia.post(TEAMS, Map.of("name", "Facturation", "members", List.of("alice"))))
                .returns(201, Answer::status);
        var overflow = Map.of("overflow", "TEAM", "team", "facturation", "maximum", 5);
        assertThat(sofia.post(CAMPAIGNS, Map.of("name", "Soldes", "pages", List.of(PAGE), "waiting", overflow)))
                .returns(201, Answer::status);

        var screen = windows.login(language.tag, "sofia", "/teams");
        var team = screen.locator("[data-testid=team][data-id=facturation]");
        assertThat(team.getByTestId("team-uses"))
                .containsText(language.say("Overflow of Soldes", "Débordement de Soldes"), saying());
        press(team, language.say("Delete Facturation", "Supprimer Facturation"));
        var dialog = screen.getByTestId("delete-team");
        assertThat(dialog.getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(language.say("Delete", "Supprimer"))))
                .isDisabled();
        picture(screen, "teams-needed-" + language);

        dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Soldes"))
                .click();
        assertThat(screen.getByTestId("naming-none"))
                .containsText(language.say("No row of the table", "Aucune ligne de la table"), saying());
        assertThat(screen.getByTestId("naming-none")).containsText(language.say("“soldes”", "« soldes »"), saying());
        picture(screen, "campaign-unnamed-" + language);
        screen.navigate(pupitre.base.resolve("/campaigns/default").toString());
        assertThat(screen.getByTestId("naming"))
                .containsText(language.say("Takes the conversations", "Prend les conversations"), saying());
    }

    private static void press(Locator within, String words) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .last()
                .click();
    }
}
