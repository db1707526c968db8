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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator lets people and programs in and sees what was done; people look after their own account. */
class AdminStoryIT extends BrowserStory {
    private static final String PASSWORD = "quatre-vingts loutres";
    private static final AtomicInteger TOLD = new AtomicInteger();

    /** Nobody has it yet, not even from a story that failed and is told again. */
    private final String number = String.valueOf(TOLD.incrementAndGet());

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAdministratorLetsSomebodyInAndSeesThemOff(Language language) {
        var id = language.say("rosa", "rose") + number;
        var name = language.say("Rosa", "Rose") + number + " Lindgren";
        var screen = windows.login(language.tag, "admin", "/desk");
        screen.getByTestId("nav-admin").click();
        screen.getByTestId("new-user").click();
        var dialog = screen.getByTestId("user-dialog");
        named(dialog, language.say("Name", "Nom")).fill(name);
        named(dialog, language.say("User name", "Identifiant")).fill(id);
        named(dialog, language.say("Password", "Mot de passe")).fill("password1234");
        press(dialog, language.say("Add", "Ajouter"));
        assertThat(dialog).containsText(language.say("too easy to guess", "trop facile à deviner"), saying());
        windows.mayComplainOf(400);
        picture(screen, "user-new-refused-" + language);
        named(dialog, language.say("Password", "Mot de passe")).fill(PASSWORD);
        press(dialog, language.say("Add", "Ajouter"));

        screen.getByRole(AriaRole.SEARCHBOX).fill(id + " lind");
        assertThat(screen.getByTestId("user")).hasCount(1, counting());
        var rosa = new HttpSession(pupitre.base);
        rosa.get("/api/v1/me");
        assertThat(rosa.form("/login", "username=" + id + "&password=" + PASSWORD.replace(" ", "+")))
                .returns(204, Answer::status);

        press(screen.getByTestId("user"), language.say("Sessions of ", "Sessions de ") + name);
        assertThat(screen.getByTestId("session")).hasCount(1, counting());
        picture(screen, "user-sessions-" + language);
        screen.getByTestId("end-sessions").click();
        assertThat(screen.getByTestId("sessions-dialog"))
                .containsText(language.say("Signed in nowhere", "Connecté nulle part"), saying());
        assertThat(rosa.get("/api/v1/me")).returns(401, Answer::status);
        screen.keyboard().press("Escape");

        press(screen.getByTestId("user"), language.say("Change ", "Modifier ") + name);
        var change = screen.getByTestId("user-dialog");
        change.getByRole(AriaRole.SWITCH).press("Space");
        press(change, language.say("Save", "Enregistrer"));
        assertThat(screen.getByTestId("user")).containsText(language.say("Disabled", "Désactivé"), saying());

        screen.getByTestId("subnav-audit").click();
        assertThat(screen.locator("[data-act=USER_ADDED]").first()).containsText(name, saying());
        assertThat(screen.locator("[data-act=USER_CHANGED]").first())
                .containsText(language.say("May use Pupitre: yes → no", "Peut utiliser Pupitre : oui → non"), saying());
        picture(screen, "audit-" + language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aProgramGetsATokenThatIsShownOnce(Language language) {
        var purpose = "Export de nuit " + number;
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users",
                Map.of("id", "entrepot", "name", "Entrepôt", "roles", List.of("ANALYST"), "program", true));
        var screen = windows.login(language.tag, "admin", "/admin");
        assertThat(screen.getByTestId("user").first()).isVisible(visibly());
        picture(screen, "users-" + language);
        screen.getByTestId("subnav-tokens").click();
        screen.getByTestId("new-token").click();
        var dialog = screen.getByTestId("token-dialog");
        named(dialog, language.say("What it is for", "À quoi il sert")).fill(purpose);
        named(dialog, language.say("Program", "Programme")).selectOption("entrepot");
        dialog.getByText(language.say("Analyst", "Analyste")).click();
        picture(screen, "token-new-" + language);
        press(dialog, language.say("Make token", "Créer le jeton"));

        var made = screen.getByTestId("token-made");
        assertThat(made).containsText("pup_", saying());
        var secret = made.locator("code").innerText().strip();
        picture(screen, "token-made-" + language);
        press(made, language.say("I have copied it", "Je l’ai copié"));
        var row = screen.locator("[data-testid=token][data-name='" + purpose + "']");
        assertThat(row).containsText(language.say("Only reads", "Lecture seule"), saying());
        assertThat(screen.content()).doesNotContain(secret);
        var program = new HttpSession(pupitre.base, secret);
        assertThat(program.get("/api/v1/campaigns")).returns(200, Answer::status);
        assertThat(program.post("/api/v1/me/mentions/seen", Map.of())).returns(403, Answer::status);
        picture(screen, "tokens-" + language);

        press(row, language.say("Revoke ", "Révoquer ") + purpose);
        press(screen.getByTestId("revoke-dialog"), language.say("Revoke", "Révoquer"));
        assertThat(row).hasCount(0, counting());
        assertThat(program.get("/api/v1/campaigns")).returns(401, Answer::status);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void somebodyChangesTheirOwnNameAndPasswordAndEndsTheOtherSession(Language language) {
        var id = language.say("ian", "yann") + number;
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users", Map.of("id", id, "name", "Yann", "password", PASSWORD, "roles", List.of("ANALYST")));
        var elsewhere = new HttpSession(pupitre.base);
        elsewhere.get("/api/v1/me");
        elsewhere.form("/login", "username=" + id + "&password=" + PASSWORD.replace(" ", "+"));

        var screen = windows.open(language.tag, "/account");
        screen.getByTestId("login-username").fill(id);
        screen.getByTestId("login-password").fill(PASSWORD);
        screen.getByTestId("login-submit").click();
        assertThat(screen.getByTestId("session")).hasCount(2, counting());
        picture(screen, "account-" + language);
        named(screen.locator("main"), language.say("Name", "Nom")).fill("Yann Kerbrat");
        screen.getByTestId("save-name").click();
        assertThat(screen.locator(".bar__name")).containsText("Yann Kerbrat", saying());

        named(screen.locator("main"), language.say("Present password", "Mot de passe actuel"))
                .fill(PASSWORD);
        named(screen.locator("main"), language.say("New password", "Nouveau mot de passe"))
                .fill("onze mouettes rieuses");
        named(screen.locator("main"), language.say("New password again", "Nouveau mot de passe, encore une fois"))
                .fill("onze mouettes rieuses");
        screen.getByTestId("save-password").click();
        assertThat(screen.getByTestId("session")).hasCount(1, counting());
        assertThat(elsewhere.get("/api/v1/me")).returns(401, Answer::status);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void somebodySignsInByTheCompanysLoginAndOutOfIt(Language language) {
        var id = language.say("leah", "lea") + number;
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;
        administrator.post(
                "/api/v1/users",
                Map.of("id", id, "name", "Léa Moreau", "password", PASSWORD, "roles", List.of("AGENT")));

        var screen = windows.open(language.tag, "/login");
        // The provider's own page asks for a typeface.
        screen.route(
                Pattern.compile("https?://fonts\\.googleapis\\.com/.*"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/css").setBody("")));
        assertThat(screen.getByTestId("login-company"))
                .containsText(language.say("Sign in with Ada & Co", "Se connecter avec Ada & Co"), saying());
        picture(screen, "login-company-" + language);
        screen.getByTestId("login-company").click();
        screen.locator("[name=username]").fill("subject-of-nobody");
        screen.locator("[name=claims]").fill("{\"preferred_username\": \"nobody\"}");
        screen.locator("[type=submit]").click();
        assertThat(screen.getByText(language.say("not known here yet", "pas encore connu")))
                .isVisible(visibly());

        screen.getByTestId("login-company").click();
        screen.locator("[name=username]").fill("subject-of-" + id);
        screen.locator("[name=claims]").fill("{\"preferred_username\": \"%s\"}".formatted(id));
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
