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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What agents put together and supervisors look up, in the light and in the dark, keeps nobody out. */
class WorkBarriersIT extends BrowserStory {
    private static final String PAGE = "100000000000001";
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

    @ParameterizedTest
    @EnumSource
    void whatIsShownOfAConversationHasNoBarrier(Language language) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.of(pupitre.base, "Ada Shows " + run, PAGE);
        sandbox.post(
                "/sandbox/api/customers/" + customer.id + "/messages",
                Map.of("attachments", List.of(Map.of("type", "image"))));
        opened(desk, "Ada Shows " + run);
        desk.getByTestId("picture").click();
        assertThat(desk.getByTestId("gallery")).isVisible(visibly());
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");
        assertThat(desk.getByTestId("gallery")).hasCount(0, counting());
        desk.getByTestId("thread-menu").click();
        desk.getByTestId("thread-pass").click();
        assertThat(desk.getByTestId("control-dialog")).isVisible(visibly());
        picture(desk, "control-dialog-" + language);
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");

        var paper = "/supervision/print/"
                + DeskAgent.loggedIn(pupitre.base, "alice").isGiven(customer);
        var supervisor = windows.login(language.tag, "sofia", "/supervision");
        supervisor.navigate(pupitre.base.resolve(paper).toString());
        assertThat(supervisor.getByTestId("paper")).isVisible(visibly());
        hasNoBarrier(supervisor);
    }

    @ParameterizedTest
    @EnumSource
    void aCommentHasNoBarrier(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var name = "Ada Comments " + UUID.randomUUID().toString().substring(0, 8);
        var customer = Customer.of(pupitre.base, name, PAGE);
        var post = sandbox.post("/sandbox/api/pages/" + PAGE + "/posts", Map.of("message", "Our new lamp is here!"))
                .json()
                .get("id")
                .asString();
        sandbox.post(
                "/sandbox/api/posts/" + post + "/comments",
                Map.of("customer", customer.id, "message", "Is it dimmable?"));
        opened(desk, name);
        assertThat(desk.getByTestId("post")).isVisible(visibly());
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
