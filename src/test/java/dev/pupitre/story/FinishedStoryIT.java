package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.conversation.ManyConversations;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is over, and what nobody listened to, can be found and understood at the desk. */
class FinishedStoryIT extends BrowserStory {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MANY = 2_000;
    private static final int PAGE = 30;

    @ParameterizedTest
    @CsvSource({
        "en-GB, Fiona Finished, Resolve anyway, Listened to, 'Listening, row'",
        "fr-FR, Fanny Finie, Terminer quand même, Écoutée, 'Écoute, ligne'"
    })
    void anAgentFindsWhatIsOverByTheCustomersName(
            String language, String name, String anyway, String listened, String row) {
        var desk = windows.agent(language, "alice");
        Customer.named(pupitre.base, name).writes("Do you deliver on Sundays?");
        opened(desk, name);
        desk.getByTestId("resolve").click();
        picture(desk, "resolve-unanswered-" + language);
        desk.getByTestId("resolve-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(anyway))
                .click();
        assertThat(desk.getByTestId("conversation-item")).hasCount(0, counting());

        desk.getByTestId("tab-finished").click();
        desk.getByRole(AriaRole.SEARCHBOX).fill(name.substring(0, 5).toLowerCase(Locale.ROOT));
        var found = item(desk, name);
        assertThat(found).hasCount(1, counting());
        found.click();

        assertThat(desk.getByText("Do you deliver on Sundays?").last()).isVisible(visibly());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        desk.getByTestId("why").locator("summary").click();
        assertThat(desk.getByTestId("decision").first()).containsText(listened, saying());
        assertThat(desk.getByTestId("decision").first()).containsText(row, saying());
        picture(desk, "finished-" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Ivan Ignored, Not listened to, 'Listening, row 1'",
        "fr-FR, Igor Ignoré, Non écoutée, 'Écoute, ligne 1'"
    })
    void aSupervisorSeesWhyNobodyListened(String language, String name, String ignored, String row) {
        Customer.named(pupitre.base, name).writes("stop");
        var sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
        await().until(() ->
                sofia.get("/api/v1/conversations?state=IGNORED").text().contains(name));
        var desk = windows.login(language, "sofia", "/desk");

        desk.getByTestId("tab-finished").click();
        desk.getByTestId("finished-IGNORED").click();
        assertThat(desk.getByTestId("finished-IGNORED")).hasAttribute("aria-selected", "true", patiently());
        var found = item(desk, name);
        assertThat(found).hasCount(1, counting());
        found.click();

        assertThat(desk.getByTestId("decision").first()).containsText(ignored, saying());
        assertThat(desk.getByTestId("decision").first()).containsText(row, saying());
        picture(desk, "ignored-" + language);
    }

    @Test
    void thousandsThatAreOverAreScrolledToTheirEnd() {
        var desk = windows.agent("en-GB", "alice");
        var read = new AtomicInteger();
        desk.onRequest(request -> {
            if (request.url().contains("state=CLOSED&page=")) {
                read.incrementAndGet();
            }
        });

        new ManyConversations(pupitre.context.getBean(MongoTemplate.class)).whileThereAre(MANY, () -> {
            desk.getByTestId("tab-finished").click();
            var panel = desk.locator(".list__panel:has([data-testid=finished-search])");
            var last = item(desk, "Camille Dubois " + (MANY - 1));
            var drawn = new AtomicInteger();
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        panel.evaluate("panel => panel.scrollTo(0, panel.scrollHeight)");
                        drawn.accumulateAndGet(
                                desk.getByTestId("conversation-item").count(), Math::max);
                        return last.count() == 1 && last.isVisible();
                    });

            Assertions.assertThat(drawn).as("only what is seen is drawn").hasValueLessThan(90);
            Assertions.assertThat(read.get())
                    .as("each page is read once, and all again each minute")
                    .isBetween(MANY / PAGE, 3 * MANY / PAGE);
            picture(desk, "finished-thousands");
        });
    }

    private static Locator item(Page desk, String customer) {
        return desk.getByTestId("conversation-item").filter(new Locator.FilterOptions().setHasText(customer));
    }
}
