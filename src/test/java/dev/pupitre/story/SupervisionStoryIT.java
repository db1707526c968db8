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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor sees a conversation that does not move, pushes it on, and sees it go. */
class SupervisionStoryIT extends BrowserStory {
    private final EngineInHand engine = new EngineInHand(pupitre.context);
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void leave() {
        engine.openWorkers();
        alice.is("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Nobody works on, by sofia", "fr-FR, Personne ne traite, par sofia"})
    void aSupervisorPushesOnWhatNobodyWorksOn(String language, String why, String by) {
        var screen = windows.login(language, "sofia", "/supervision/stuck");
        assertThat(screen.getByTestId("all-moves")).isVisible(visibly());
        picture(screen, "supervision-empty-" + language);

        engine.closeWorker("queue-conversation");
        var customer = Customer.of(pupitre.base, "Ada Stuck", "100000000000001");
        customer.writes("Is anybody there?");
        var row = screen.getByTestId("stuck").filter(new Locator.FilterOptions().setHasText("Ada Stuck"));
        assertThat(row).hasCount(1, counting());
        assertThat(row).containsText(why, saying());
        assertThat(row).containsText("queue-conversation", saying());
        assertThat(screen.getByTestId("nav-stuck")).isVisible(visibly());
        picture(screen, "supervision-" + language);

        row.getByTestId("push").click();
        assertThat(row.getByTestId("stuck-tried")).containsText(by, saying());
        screen.getByTestId("theme-switch").click();
        picture(screen, "supervision-pushed-dark-" + language);

        alice.is("ONLINE");
        engine.openWorkers();
        assertThat(row).hasCount(0, counting());
        assertThat(screen.getByTestId("all-moves")).isVisible(visibly());

        var id = alice.isGiven(customer);
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
    }
}
