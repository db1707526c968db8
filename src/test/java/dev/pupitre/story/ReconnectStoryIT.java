package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.reading;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line to the server is cut while an agent works: it shows, nothing is lost, and nothing happens twice. */
class ReconnectStoryIT extends BrowserStory {
    /** After as many milliseconds without a word a line counts as dead. */
    private static final long SILENCE = 45_000;

    @ParameterizedTest
    @CsvSource({"en-GB, Connection lost", "fr-FR, Connexion perdue"})
    void theDeskShowsThatItsLineIsCutAndCatchesUp(String language, String lost) {
        windows.mayLoseTheirLine();
        try (var line = new Line(pupitre.base.getPort())) {
            var desk = windows.agent(language, "alice", "http://localhost:" + line.port() + "/desk");
            var customer = Customer.named(pupitre.base, "Lina Line");
            customer.writes("Are you still there?");
            opened(desk, "Lina Line");

            line.cut();
            assertThat(desk.getByTestId("connection")).containsText(lost, saying());
            desk.getByTestId("composer").fill("I am, I only lost the line.");
            desk.getByTestId("composer").press("Enter");
            var unsent = message(desk, "only lost the line");
            assertThat(unsent).isVisible(visibly());
            assertThat(unsent).hasAttribute("data-status", "UNSENT", patiently());
            customer.writes("Hello?");
            picture(desk, "line-down-" + language);

            line.mend();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "up", patiently());
            assertThat(message(desk, "Hello?")).isVisible(visibly());
            await().until(() -> customer.received().contains("I am, I only lost the line."));
            assertThat(message(desk, "only lost the line")).hasAttribute("data-status", "DELIVERED", patiently());
            assertThat(customer.received()).containsOnlyOnce("I am, I only lost the line.");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Connection lost", "fr-FR, Connexion perdue"})
    void theDeskNoticesThatItsLineHasDiedWithoutASign(String language, String lost) {
        windows.mayLoseTheirLine();
        try (var line = new Line(pupitre.base.getPort())) {
            var desk = windows.agent(language, "alice", "http://localhost:" + line.port() + "/desk");
            var name = "Sam " + UUID.randomUUID().toString().substring(0, 8);
            var customer = Customer.named(pupitre.base, name);
            customer.writes("Are you still there?");
            opened(desk, name);
            desk.clock().install();
            desk.reload();
            assertThat(message(desk, "still there")).isVisible(visibly());
            customer.writes("The line is whole");
            assertThat(message(desk, "The line is whole")).isVisible(visibly());

            line.swallowAnswers();
            customer.writes("Hello?");
            line.awaitSwallowed();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "up", patiently());
            desk.clock().fastForward(SILENCE);
            assertThat(desk.getByTestId("connection")).containsText(lost, saying());
            assertThat(message(desk, "Hello?")).hasCount(0);

            line.cut();
            line.mend();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "up", patiently());
            assertThat(message(desk, "Hello?")).isVisible(visibly());
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Not sent, 1 answer has not been sent", "fr-FR, Non envoyé, 1 réponse n’a pas été envoyée"})
    void whatWasLeftUnsentIsMarkedWarnedOfAndSentFromElsewhere(String language, String mark, String told) {
        windows.mayLoseTheirLine();
        try (var line = new Line(pupitre.base.getPort())) {
            var desk = windows.agent(language, "alice", "http://localhost:" + line.port() + "/desk");
            Customer.named(pupitre.base, "Otto Other").writes("Bonjour");
            opened(desk, "Otto Other");
            var customer = Customer.named(pupitre.base, "Lina Left");
            customer.writes("Vous êtes là ?");
            var item = opened(desk, "Lina Left");

            line.cut();
            assertThat(desk.getByTestId("connection")).hasAttribute("data-state", "down", patiently());
            desk.getByTestId("composer").fill("Oui, ma ligne seule est coupée.");
            desk.getByTestId("composer").press("Enter");
            assertThat(message(desk, "ma ligne")).hasAttribute("data-status", "UNSENT", patiently());
            opened(desk, "Otto Other");
            assertThat(item.getByTestId("unsent-mark")).hasText(mark, reading());
            assertThat(desk.getByTestId("unsent-banner")).containsText(told, saying());
            assertThat(desk.getByTestId("unsent-open")).hasText("Lina Left", reading());
            assertThat(desk.getByTestId("unsent-discard")).hasCount(0);
            picture(desk, "unsent-elsewhere-" + language);
            assertThat(isAskedWhenClosed(desk)).isTrue();

            line.mend();
            await().until(() -> customer.received().contains("Oui, ma ligne seule est coupée."));
            assertThat(desk.getByTestId("unsent-again")).hasCount(0, counting());
            assertThat(item.getByTestId("unsent-mark")).hasCount(0, counting());
            assertThat(customer.received()).containsOnlyOnce("Oui, ma ligne seule est coupée.");
        }
    }

    /** Closes the tab as its cross does, and stays. */
    private static boolean isAskedWhenClosed(Page desk) {
        var asked = new AtomicReference<String>();
        desk.onceDialog(dialog -> {
            asked.set(dialog.type());
            dialog.dismiss();
        });
        desk.close(new Page.CloseOptions().setRunBeforeUnload(true));
        await().until(() -> !desk.title().isEmpty() && asked.get() != null);
        return "beforeunload".equals(asked.get());
    }

    private static Locator message(Page desk, String text) {
        return desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }
}
