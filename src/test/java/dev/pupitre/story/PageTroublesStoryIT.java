package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who lead see on the monitor what is wrong with a Page, are alerted to it, and see it go. */
class PageTroublesStoryIT extends BrowserStory {
    private static final String PAGES = "/api/v1/pages/";
    private static final String OWN = "100000000000001";
    private static final String OTHER = "100000000000003";

    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @AfterEach
    void asItWas() {
        for (var page : List.of(OWN, OTHER)) {
            facebookHas(page, Map.of("token", "VALID", "missingPermissions", List.of()));
        }
        admin.delete(PAGES + OTHER);
        assertThat(admin.post(PAGES + OWN + "/check", Map.of())).returns(200, Answer::status);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, lacks a permission, lacks a permission, has been held for, the Page has to be connected again",
        "fr-FR, n’a pas toutes les autorisations, Il manque une autorisation, est suspendue depuis, il faut reconnecter la Page"
    })
    void areOnTheMonitorAndAmongTheAlertsUntilTheyAreMended(
            String language, String lacks, String alerted, String held, String why) {
        new FacebookDialog(admin, sandbox).connect(Map.of(), OTHER);
        var monitor = windows.login(language, "sofia", "/supervision");
        var alerts = windows.login(language, "sofia", "/supervision/alerts");

        facebookHas(OWN, Map.of("missingPermissions", List.of("pages_manage_engagement")));
        checked(OWN);
        facebookHas(OTHER, Map.of("token", "PASSWORD_CHANGED"));
        checked(OTHER);

        var trouble =
                monitor.locator("[data-testid=page-trouble][data-page='" + OWN + "'][data-kind=PERMISSION_MISSING]");
        assertThat(trouble).containsText(lacks, saying());
        var heldPage = monitor.getByTestId("held-page");
        assertThat(heldPage).containsText(held, saying());
        assertThat(heldPage).containsText(why, saying());
        heldPage.scrollIntoViewIfNeeded();
        picture(monitor, "page-troubles-" + language);
        var alert = alerts.locator("[data-testid=alert][data-id='PAGE_PERMISSION_MISSING:" + OWN + "']");
        assertThat(alert).containsText(alerted, saying());
        assertThat(alerts.locator("[data-testid=alert][data-id='PAGE_HELD:" + OTHER + "']"))
                .hasCount(1, counting());
        picture(alerts, "page-alerts-" + language);

        facebookHas(OWN, Map.of("missingPermissions", List.of()));
        checked(OWN);
        facebookHas(OTHER, Map.of("token", "VALID"));
        new FacebookDialog(admin, sandbox).connect(Map.of(), OTHER);

        assertThat(trouble).hasCount(0, counting());
        assertThat(heldPage).hasCount(0, counting());
        assertThat(alert).hasCount(0, counting());
    }

    private void facebookHas(String page, Map<String, Object> state) {
        assertThat(sandbox.patch("/sandbox/api/pages/" + page, state)).returns(200, Answer::status);
    }

    private void checked(String page) {
        assertThat(admin.post(PAGES + page + "/check", Map.of())).returns(200, Answer::status);
    }
}
