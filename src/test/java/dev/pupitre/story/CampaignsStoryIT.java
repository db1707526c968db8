package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A supervisor makes a campaign, is told what it lacks, fills it in and enables it: on the screen, and by calls. */
class CampaignsStoryIT extends BrowserStory {
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String PAGE = "100000000000001";

    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @AfterEach
    void onlyTheCatchAllIsInUse() {
        sofia.get(CAMPAIGNS)
                .json()
                .valueStream()
                .filter(campaign -> !campaign.get("catchAll").asBoolean())
                .forEach(campaign ->
                        sofia.delete(CAMPAIGNS + "/" + campaign.get("id").asString()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSupervisorMakesACampaignAndIsToldWhatItLacks(Language language) {
        var screen = windows.login(language.tag, "sofia", "/campaigns");
        assertThat(screen.getByTestId("campaign")).hasCount(1, counting());
        picture(screen, "campaigns-empty-" + language);
        var id = language.say("summer-sale", "soldes-d-ete");

        screen.getByTestId("new-campaign").click();
        screen.getByLabel(language.say("Name", "Nom"), new Page.GetByLabelOptions().setExact(true))
                .fill(language.say("Summer sale", "Soldes d’été"));
        screen.locator("label[for=new-chosen]").click();
        screen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language.say("Create", "Créer")))
                .click();
        assertThat(screen).hasURL(Pattern.compile(".*/campaigns/" + id + "/people"));
        assertThat(screen.getByTestId("lacks"))
                .containsText(language.say("Nobody answers", "Personne ne répond"), saying());
        assertThat(screen.getByRole(AriaRole.SWITCH)).isDisabled();
        picture(screen, "campaigns-incomplete-" + language);

        screen.getByTestId("add-member").selectOption("alice");
        screen.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(language.say("Add an agent", "Ajouter un agent")))
                .click();
        screen.getByTestId("save-campaign").click();
        assertThat(screen.getByTestId("lacks")).hasCount(0, counting());
        screen.getByRole(AriaRole.SWITCH).press("Space");
        assertThat(screen.getByRole(AriaRole.SWITCH)).hasAttribute("aria-checked", "true", patiently());

        assertThat(campaign(id).get("enabled").asBoolean()).isTrue();
        assertThat(campaign(id).get("members").get("list").get(0).get("user").asString())
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTextIsPreviewedAndRefusedWhereItStands(Language language) {
        made("Ventes");
        var screen = windows.login(language.tag, "sofia", "/campaigns/ventes/texts");

        var text = screen.locator("[id='greeting.text.default']");
        text.fill("Bonjour {{customer.firstName}}, {{agent}} vous répond.");
        var greeting = screen.getByTestId("greeting.text");
        assertThat(greeting.getByTestId("preview"))
                .containsText("Bonjour Camille, Sofia Lindqvist vous répond.", saying());
        picture(screen, "campaigns-preview-" + language);

        text.fill("Bonjour {{prenom}}");
        assertThat(greeting.getByText(language.say("Nobody knows {{prenom}}.", "Personne ne connaît {{prenom}}.")))
                .isVisible(visibly());
        screen.getByTestId("save-campaign").click();
        assertThat(screen.getByText(language.say(
                        "This holds a placeholder nobody knows", "Ce texte contient une variable inconnue")))
                .isVisible(visibly());
        picture(screen, "campaigns-refused-" + language);

        text.fill("Bonjour {{customer.firstName}}");
        screen.getByTestId("save-campaign").click();
        assertThat(screen.getByTestId("unsaved")).hasCount(0, counting());
        assertThat(campaign("ventes").get("greeting").get("text").get("default").asString())
                .isEqualTo("Bonjour {{customer.firstName}}");
        windows.mayComplainOf(400);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoSupervisorsDoNotOverwriteEachOther(Language language) {
        var seen = made("Sales");
        var screen = windows.login(language.tag, "sofia", "/campaigns/sales");
        screen.getByLabel(language.say("Objective", "Objectif")).fill("Mine");

        var theirs = DeskAgent.loggedIn(pupitre.base, "admin")
                .http
                .patch(
                        CAMPAIGNS + "/sales",
                        Map.of("version", seen.get("version").asLong(), "name", "Theirs"));
        assertThat(theirs).returns(200, Answer::status);
        assertThat(screen.getByTestId("conflict"))
                .containsText(
                        language.say("admin has changed this campaign", "admin a modifié cette campagne"), saying());
        picture(screen, "campaigns-conflict-" + language);
        screen.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(language.say("Keep mine on top", "Garder les miennes")))
                .click();
        screen.getByTestId("save-campaign").click();
        assertThat(screen.getByTestId("unsaved")).hasCount(0, counting());

        assertThat(campaign("sales").get("name").asString()).isEqualTo("Theirs");
        assertThat(campaign("sales").get("objective").asString()).isEqualTo("Mine");
        assertThat(sofia.patch(CAMPAIGNS + "/sales", Map.of("version", 1, "name", "Late")))
                .returns(409, Answer::status)
                .extracting(late -> late.json().get("type").asString())
                .asString()
                .endsWith("changed-meanwhile");
    }

    @Test
    void tellsAllThatIsMissingAtOnceAndIsNotForAgentsToChange() {
        made("Bare");
        assertThat(sofia.patch(
                        CAMPAIGNS + "/bare",
                        Map.of("version", 1, "pages", List.of(), "schedule", "", "members", Map.of("everyone", false))))
                .returns(200, Answer::status);

        var refused = sofia.post(CAMPAIGNS + "/bare/enable", Map.of());

        assertThat(refused).returns(409, Answer::status);
        assertThat(refused.json().get("errors").valueStream())
                .extracting(problem -> problem.get("code").asString())
                .containsExactly("NO_PAGE", "NO_SCHEDULE", "NO_MEMBERS");
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").http;
        assertThat(alice.get(CAMPAIGNS)).returns(403, Answer::status);
        assertThat(alice.post(CAMPAIGNS + "/bare/enable", Map.of())).returns(403, Answer::status);
        assertThat(alice.get(CAMPAIGNS + "/bare/canned-responses")).returns(200, Answer::status);
        assertThat(alice.get("/api/v1/teams")).returns(200, Answer::status);
        assertThat(sofia.get(CAMPAIGNS + "/nowhere")).returns(404, Answer::status);
    }

    @Test
    void keepsTeamsAndMembersByCalls() {
        made("Sales");
        var members = CAMPAIGNS + "/sales/members";
        var alice = Map.of("expertise", List.of("shoes"), "capacity", 2);

        assertThat(sofia.put(members + "/alice", alice)
                        .json()
                        .get("list")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Alice Martin");
        assertThat(sofia.put(members + "/sofia", alice)).returns(400, Answer::status);
        assertThat(sofia.delete(members + "/alice").json().get("list").isEmpty())
                .isTrue();

        var team = sofia.post("/api/v1/teams", Map.of("name", "Night shift", "members", List.of("alice", "bruno")));
        assertThat(team).returns(201, Answer::status);
        assertThat(sofia.patch("/api/v1/teams/night-shift", Map.of("version", 1, "members", List.of("bruno"))))
                .returns(200, Answer::status);
        assertThat(sofia.patch("/api/v1/teams/night-shift", Map.of("version", 1, "name", "Late")))
                .returns(409, Answer::status);
        assertThat(sofia.delete("/api/v1/teams/night-shift")).returns(204, Answer::status);
    }

    @Test
    void whoIsNoAgentAnyMoreLeavesTheCampaign() {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        made("Sales");
        admin.post(
                "/api/v1/users",
                Map.of("id", "leaver", "name", "Leaver", "password", "a-long-password", "roles", List.of("AGENT")));
        admin.patch("/api/v1/users/leaver", Map.of("enabled", true));
        assertThat(sofia.put(CAMPAIGNS + "/sales/members/leaver", Map.of("expertise", List.of())))
                .returns(200, Answer::status);

        assertThat(admin.patch("/api/v1/users/leaver", Map.of("enabled", false)))
                .returns(200, Answer::status);

        assertThat(campaign("sales").get("members").get("list").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theScreensFitASmallWindow(Language language) {
        made("Ventes d’été");
        var screen = windows.login(language.tag, "sofia", "/campaigns");
        screen.setViewportSize(1024, 768);
        for (var part : List.of("", "/people", "/hours", "/waiting", "/texts", "/assistant", "/survey", "/canned")) {
            screen.navigate(
                    pupitre.base.resolve("/campaigns/ventes-d-ete" + part).toString());
            assertThat(screen.locator(".campaign__part")).isVisible(visibly());
            assertThat(screen.locator(".campaign__nav")).containsText(language.say("Hours", "Horaires"), saying());
            assertThat((Boolean) screen.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing stands beyond the edge of %s", part)
                    .isTrue();
            picture(screen, "campaigns-small" + part.replace('/', '-') + "-" + language);
        }
    }

    private JsonNode made(String name) {
        var made = sofia.post(
                CAMPAIGNS, Map.of("name", name, "pages", List.of(PAGE), "members", Map.of("everyone", true)));
        assertThat(made).returns(201, Answer::status);
        return made.json();
    }

    private JsonNode campaign(String id) {
        return sofia.get(CAMPAIGNS + "/" + id).json();
    }
}
