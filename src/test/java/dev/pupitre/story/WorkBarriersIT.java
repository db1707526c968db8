package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Barriers.hasNoBarrier;
import static dev.pupitre.story.Barriers.staysInItsWidth;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents put together and supervisors look up, in the light and in the dark, keeps nobody out. */
class WorkBarriersIT extends BrowserStory {
    private static final String SIGN = ".emoji__sign:not([title='']):visible";

    @Test
    void whatIsBuiltAtTheDeskHasNoBarrier() {
        var desk = windows.agent("fr-FR", "alice");
        Customer.named(pupitre.base, "Ada Builds").writes("What do you offer?");
        opened(desk, "Ada Builds");
        desk.getByTestId("emoji").click();
        assertThat(desk.locator(SIGN).first()).isVisible(visibly());
        picture(desk, "emoji-fr");
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");
        desk.getByTestId("quick-reply-button").click();
        assertThat(desk.getByTestId("quick-reply-dialog")).isVisible(visibly());
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");
        desk.getByTestId("template-button").click();
        assertThat(desk.getByTestId("template-dialog")).isVisible(visibly());
        hasNoBarrier(desk);
    }

    @Test
    void whatSupervisorsLookUpHasNoBarrier() {
        var supervisor = windows.login("fr-FR", "sofia", "/reports");
        assertThat(supervisor.getByTestId("report-rules")).isVisible(visibly());
        hasNoBarrier(supervisor);
        supervisor.setViewportSize(390, 844);
        staysInItsWidth(supervisor);
        picture(supervisor, "phone-reports-fr");
        hasNoBarrier(supervisor);

        supervisor.setViewportSize(1440, 900);
        supervisor.getByTestId("theme-switch").click();
        for (var screen : List.of(
                "/reports",
                "/supervision",
                "/supervision/recordings",
                "/supervision/stuck",
                "/supervision/blocked",
                "/supervision/alerts",
                "/campaigns")) {
            supervisor.navigate(pupitre.base.resolve(screen).toString());
            assertThat(supervisor.getByRole(AriaRole.HEADING).first()).isVisible(visibly());
            assertThat(supervisor.locator(".cds--skeleton__text")).hasCount(0, counting());
            hasNoBarrier(supervisor);
        }
    }
}
