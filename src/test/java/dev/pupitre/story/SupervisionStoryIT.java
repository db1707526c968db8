package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.pupitre.engine.EngineInHand;
import dev.pupitre.story.HttpSession.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A supervisor sees a conversation that does not move, pushes it on, and sees it go. */
class SupervisionStoryIT extends BrowserStory {
    private final EngineInHand engine = new EngineInHand(pupitre.context);
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void leave() {
        engine.openWorkers();
        alice.is("OFFLINE");
    }

    @Test
    void aSupervisorPushesOnWhatNobodyWorksOn() {
        var screen = windows.login("en-GB", "sofia", "/supervision/stuck");
        assertThat(screen.getByTestId("all-moves")).isVisible(visibly());
        picture(screen, "supervision-empty");

        engine.closeWorker("queue-conversation");
        var customer = Customer.of(pupitre.base, "Ada Stuck", "100000000000001");
        customer.writes("Is anybody there?");
        var row = screen.getByTestId("stuck").filter(new Locator.FilterOptions().setHasText("Ada Stuck"));
        assertThat(row).hasCount(1, counting());
        assertThat(row).containsText("Nobody works on “queue-conversation”", saying());
        assertThat(screen.getByTestId("nav-stuck")).isVisible(visibly());
        picture(screen, "supervision");

        row.getByTestId("push").click();
        assertThat(row.getByTestId("stuck-tried")).containsText("by sofia", saying());
        screen.getByTestId("theme-switch").click();
        picture(screen, "supervision-pushed-dark");

        alice.is("ONLINE");
        engine.openWorkers();
        assertThat(row).hasCount(0, counting());
        assertThat(screen.getByTestId("all-moves")).isVisible(visibly());

        var id = alice.isGiven(customer);
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
    }
}
