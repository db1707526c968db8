package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor sees the day go by without loading anything again. */
class MonitorStoryIT extends BrowserStory {
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void leave() {
        alice.is("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Ada Monitor, Online, 1 of 5, under a minute",
        "fr-FR, Zoé Suivi, En ligne, 1 sur 5, moins d’une minute"
    })
    void theNumbersMoveByThemselves(String language, String name, String online, String load, String moment) {
        var screen = windows.login(language, "sofia", "/supervision");
        var row = screen.locator("[data-testid=agent-row][data-id=alice]");
        assertThat(row).isVisible(visibly());
        var before = row.getByTestId("agent-completed").innerText();

        var customer = Customer.of(pupitre.base, name, "100000000000001");
        customer.writes("Is the shop open?");
        assertThat(screen.getByTestId("tile-waiting")).containsText(moment, saying());
        picture(screen, "monitor-waiting-" + language);

        alice.is("ONLINE");
        assertThat(row).containsText(online, saying());
        assertThat(row.getByTestId("agent-load")).containsText(load, saying());
        picture(screen, "monitor-" + language);

        var id = alice.isGiven(customer);
        assertThat(alice.replies(id, "It is")).returns(202, Answer::status);
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        // One more, or at midnight where the campaign is, those of the new day.
        assertThat(row.getByTestId("agent-completed")).not().hasText(before, Windows.reading());
        assertThat(screen.locator("[data-testid=campaign-row][data-id=default]"))
                .isVisible(visibly());
        screen.getByTestId("theme-switch").click();
        picture(screen, "monitor-dark-" + language);
    }
}
