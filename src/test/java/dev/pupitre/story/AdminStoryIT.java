package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator lets people and programs in and sees what was done; people look after their own account. */
class AdminStoryIT extends BrowserStory {
    private static final String PASSWORD = "quatre-vingts loutres";

    @Test
    void anAdministratorLetsSomebodyInAndSeesThemOff() {
        var screen = windows.login("en-GB", "admin", "/desk");
        screen.getByTestId("nav-admin").click();
        screen.getByTestId("new-user").click();
        var dialog = screen.getByTestId("user-dialog");
        named(dialog, "Name").fill("Rosa Lindgren");
        named(dialog, "User name").fill("rosa");
        named(dialog, "Password").fill("password1234");
        press(dialog, "Add");
        assertThat(dialog).containsText("too easy to guess", saying());
        windows.mayComplainOf(400);
        picture(screen, "user-new-refused");
        named(dialog, "Password").fill(PASSWORD);
        press(dialog, "Add");

        screen.getByRole(AriaRole.SEARCHBOX).fill("lindgr");
        assertThat(screen.getByTestId("user")).hasCount(1, counting());
        var rosa = new HttpSession(pupitre.base);
        rosa.get("/api/v1/me");
        assertThat(rosa.form("/login", "username=rosa&password=" + PASSWORD.replace(" ", "+")))
                .returns(204, Answer::status);

        press(screen.getByTestId("user"), "Sessions of Rosa Lindgren");
        assertThat(screen.getByTestId("session")).hasCount(1, counting());
        picture(screen, "user-sessions");
        screen.getByTestId("end-sessions").click();
        assertThat(screen.getByTestId("sessions-dialog")).containsText("Signed in nowhere", saying());
        assertThat(rosa.get("/api/v1/me")).returns(401, Answer::status);
        screen.keyboard().press("Escape");

        press(screen.getByTestId("user"), "Change Rosa Lindgren");
        var change = screen.getByTestId("user-dialog");
        change.getByRole(AriaRole.SWITCH).press("Space");
        press(change, "Save");
        assertThat(screen.getByTestId("user")).containsText("Disabled", saying());

        screen.getByTestId("subnav-audit").click();
        assertThat(screen.locator("[data-act=USER_ADDED]").first()).containsText("Rosa Lindgren", saying());
        assertThat(screen.locator("[data-act=USER_CHANGED]").first())
                .containsText("May use Pupitre: yes → no", saying());
        picture(screen, "audit");
    }

    @Test
    void aProgramGetsATokenThatIsShownOnce() {
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users",
                Map.of("id", "entrepot", "name", "Entrepôt", "roles", List.of("ANALYST"), "program", true));
        var screen = windows.login("fr-FR", "admin", "/admin");
        assertThat(screen.getByTestId("user").first()).isVisible(visibly());
        picture(screen, "users-fr");
        screen.getByTestId("subnav-tokens").click();
        screen.getByTestId("new-token").click();
        var dialog = screen.getByTestId("token-dialog");
        named(dialog, "À quoi il sert").fill("Export de nuit");
        named(dialog, "Programme").selectOption("entrepot");
        dialog.getByText("Analyste").click();
        picture(screen, "token-new-fr");
        press(dialog, "Créer le jeton");

        var made = screen.getByTestId("token-made");
        assertThat(made).containsText("pup_", saying());
        var secret = made.locator("code").innerText().strip();
        picture(screen, "token-made-fr");
        press(made, "Je l’ai copié");
        var row = screen.locator("[data-testid=token][data-name='Export de nuit']");
        assertThat(row).containsText("Lecture seule", saying());
        assertThat(screen.content()).doesNotContain(secret);
        var program = new HttpSession(pupitre.base, secret);
        assertThat(program.get("/api/v1/campaigns")).returns(200, Answer::status);
        assertThat(program.post("/api/v1/me/mentions/seen", Map.of())).returns(403, Answer::status);
        picture(screen, "tokens-fr");

        press(row, "Révoquer Export de nuit");
        press(screen.getByTestId("revoke-dialog"), "Révoquer");
        assertThat(row).hasCount(0, counting());
        assertThat(program.get("/api/v1/campaigns")).returns(401, Answer::status);
    }

    @Test
    void somebodyChangesTheirOwnNameAndPasswordAndEndsTheOtherSession() {
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users",
                Map.of("id", "yann", "name", "Yann", "password", PASSWORD, "roles", List.of("ANALYST")));
        var elsewhere = new HttpSession(pupitre.base);
        elsewhere.get("/api/v1/me");
        elsewhere.form("/login", "username=yann&password=" + PASSWORD.replace(" ", "+"));

        var screen = windows.open("fr-FR", "/account");
        screen.getByTestId("login-username").fill("yann");
        screen.getByTestId("login-password").fill(PASSWORD);
        screen.getByTestId("login-submit").click();
        assertThat(screen.getByTestId("session")).hasCount(2, counting());
        picture(screen, "account-fr");
        named(screen.locator("main"), "Nom").fill("Yann Kerbrat");
        screen.getByTestId("save-name").click();
        assertThat(screen.locator(".bar__name")).containsText("Yann Kerbrat", saying());

        named(screen.locator("main"), "Mot de passe actuel").fill(PASSWORD);
        named(screen.locator("main"), "Nouveau mot de passe").fill("onze mouettes rieuses");
        named(screen.locator("main"), "Nouveau mot de passe, encore une fois").fill("onze mouettes rieuses");
        screen.getByTestId("save-password").click();
        assertThat(screen.getByTestId("session")).hasCount(1, counting());
        assertThat(elsewhere.get("/api/v1/me")).returns(401, Answer::status);
    }

    @Test
    void somebodySignsInByTheCompanysLoginAndOutOfIt() {
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users",
                Map.of("id", "lea", "name", "Léa Moreau", "password", PASSWORD, "roles", List.of("AGENT")));

        var screen = windows.open("fr-FR", "/login");
        // The provider's own page asks for a typeface.
        screen.route(
                Pattern.compile("https?://fonts\\.googleapis\\.com/.*"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/css").setBody("")));
        assertThat(screen.getByTestId("login-company")).containsText("Se connecter avec Ada & Co", saying());
        picture(screen, "login-company-fr");
        screen.getByTestId("login-company").click();
        screen.locator("[name=username]").fill("subject-of-nobody");
        screen.locator("[name=claims]").fill("{\"preferred_username\": \"nobody\"}");
        screen.locator("[type=submit]").click();
        assertThat(screen.getByText("pas encore connu")).isVisible(visibly());

        screen.getByTestId("login-company").click();
        screen.locator("[name=username]").fill("subject-of-lea");
        screen.locator("[name=claims]").fill("{\"preferred_username\": \"lea\"}");
        screen.locator("[type=submit]").click();
        assertThat(screen.locator(".bar__name")).containsText("Léa Moreau", saying());
        windows.mayComplainOf(404);

        screen.getByTestId("user-menu").click();
        screen.getByTestId("sign-out").click();
        assertThat(screen.getByTestId("login-company")).isVisible(visibly());
        assertThat(screen).hasURL(Pattern.compile(".*/login.*"));
    }

    private static Locator named(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static void press(Locator within, String words) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .last()
                .click();
    }
}
