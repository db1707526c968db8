package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor finds who is blocked, has Facebook told again, and lets them through. */
class BlockedStoryIT extends BrowserStory {
    private static final String PAGE = "100000000000001";

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void leave() {
        mayBlock(true);
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
        alice.is("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Unblock, 'Blocked on Facebook, too'", "fr-FR, Débloquer, Bloqué aussi sur Facebook"})
    void aSupervisorFindsTellsAgainAndUnblocks(String language, String unblock, String blocked) {
        var zoe = isBlocked("Zoé Zèle", "Publicité");
        mayBlock(false);
        var igor = isBlocked("Igor Insulte", "Insultes répétées");

        var screen = windows.login(language, "sofia", "/supervision");
        screen.getByTestId("tab-blocked").click();
        assertThat(row(screen, zoe)).containsText("Publicité", saying());
        assertThat(row(screen, zoe)).containsText("Alice Martin", saying());
        assertThat(row(screen, zoe).getByTestId("tell-again")).hasCount(0, counting());
        assertThat(row(screen, igor).getByTestId("blocked-facebook"))
                .hasAttribute("data-state", "REFUSED", patiently());
        picture(screen, "blocked-list-" + language);

        screen.locator(".blocked-search input").fill("insulte");
        assertThat(row(screen, zoe)).hasCount(0, counting());
        mayBlock(true);
        row(screen, igor).getByTestId("tell-again").click();
        assertThat(row(screen, igor).getByTestId("blocked-facebook")).hasAttribute("data-state", "DONE", patiently());

        row(screen, igor).getByTestId("unblock").click();
        var ask = screen.getByTestId("unblock-confirm");
        assertThat(ask).containsText(unblock + " Igor Insulte", saying());
        picture(screen, "unblock-confirm-" + language);
        ask.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(unblock).setExact(true))
                .click();
        assertThat(screen.getByTestId("nobody-blocked")).isVisible(visibly());

        screen.locator(".blocked-search input").fill("");
        screen.getByTestId("theme-switch").click();
        assertThat(row(screen, zoe)).containsText(blocked, saying());
        picture(screen, "blocked-list-dark-" + language);
        Assertions.assertThat(alice.http.delete("/api/v1/customers/" + PAGE + "/" + zoe.id + "/block"))
                .returns(200, HttpSession.Answer::status);
    }

    private static Locator row(Page screen, Customer customer) {
        return screen.locator("[data-testid=blocked-row][data-id='%s']".formatted(customer.id));
    }

    private Customer isBlocked(String name, String reason) {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, name);
        customer.writes("Hello");
        alice.isGiven(customer);
        Assertions.assertThat(alice.http.put(
                        "/api/v1/customers/" + PAGE + "/" + customer.id + "/block", Map.of("reason", reason)))
                .returns(200, HttpSession.Answer::status);
        return customer;
    }

    private void mayBlock(boolean may) {
        sandbox.patch(
                "/sandbox/api/pages/" + PAGE,
                Map.of("missingPermissions", may ? List.of() : List.of("pages_manage_engagement")));
    }
}
