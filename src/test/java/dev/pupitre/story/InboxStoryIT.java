package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.holding;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent keeps the overview: what is unread, what the teams do, and all of it as a table. */
class InboxStoryIT extends BrowserStory {
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void whatWasNotReadIsMarkedAlsoAfterAReload(String language) {
        var desk = windows.agent(language, "alice");
        var una = Customer.named(pupitre.base, "Una Unread");
        una.writes("Nobody has read this yet");
        var item = item(desk, "Una Unread");
        assertThat(item).hasAttribute("data-unread", "true", patiently());
        picture(desk, "inbox-unread-" + language);

        item.click();
        assertThat(item).hasAttribute("data-unread", "false", patiently());
        desk.getByTestId("composer").press("Escape");
        desk.keyboard().press("u");
        assertThat(item).hasAttribute("data-unread", "true", patiently());

        item.click();
        assertThat(item).hasAttribute("data-unread", "false", patiently());
        desk.navigate(pupitre.base.resolve("/desk").toString());
        assertThat(item).hasAttribute("data-unread", "false", patiently());
        una.writes("And this neither");
        assertThat(item).hasAttribute("data-unread", "true", patiently());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Found at, 3 of 5", "fr-FR, Trouvé à, 3 sur 5"})
    void theTableIsSortedFilteredAndRemembered(String language, String found, String load) {
        var desk = windows.agent(language, "alice");
        Customer.named(pupitre.base, "Anna Tableau").writes("La première zébrure");
        Customer.named(pupitre.base, "Zoé Tableau").writes("La seconde");
        assertThat(item(desk, "Tableau")).hasCount(2, counting());

        desk.getByTestId("inbox-table").click();
        desk.getByTestId("ticket-search").fill("tableau");
        assertThat(desk.getByTestId("ticket")).hasCount(2, counting());
        desk.getByTestId("sort-customer").click();
        assertThat(desk.getByTestId("ticket").first()).containsText("Anna", saying());
        picture(desk, "inbox-table-" + language);
        desk.getByTestId("sort-customer").click();
        assertThat(desk.getByTestId("ticket").first()).containsText("Zoé", saying());
        desk.getByTestId("ticket-search").fill("zébrure");
        assertThat(desk.getByTestId("ticket")).hasCount(1, counting());
        assertThat(desk.getByTestId("tickets-found")).containsText(found, saying());
        Customer.named(pupitre.base, "Léa Tableau").writes("Encore une zébrure");
        assertThat(desk.getByTestId("presence-load")).containsText(load, saying());
        desk.getByTestId("tickets-refresh").click();
        assertThat(desk.getByTestId("ticket")).hasCount(2, counting());
        picture(desk, "inbox-search-" + language);
        desk.getByTestId("ticket-search").fill("première zébrure");
        assertThat(desk.getByTestId("ticket")).hasCount(1, counting());

        desk.getByTestId("ticket").getByTestId("ticket-link").click();
        assertThat(desk.getByTestId("message").first()).isVisible(visibly());
        desk.navigate(pupitre.base.resolve("/desk").toString());
        assertThat(desk.getByTestId("ticket")).hasCount(1, counting());
        desk.getByTestId("inbox-lists").click();
        assertThat(item(desk, "Tableau")).hasCount(3, counting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void theTableHasWhatItsFiltersWant(String language) {
        var desk = windows.agent(language, "alice");
        var run = UUID.randomUUID().toString().substring(0, 8);
        var own = given(run + " Una");
        Assertions.assertThat(alice.http.post("/api/v1/conversations/" + own + "/tags", Map.of("tags", List.of(run))))
                .returns(200, Answer::status);
        var over = given(run + " Dora");
        Assertions.assertThat(alice.resolves(over)).returns(202, Answer::status);
        Customer.named(pupitre.base, run + " Ivo").writes("STOP");
        var brunos = given(run + " Otto");
        var bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
        Assertions.assertThat(bruno.claims(brunos)).returns(200, Answer::status);
        try {
            await().until(() -> alice.list("state=CLOSED,IGNORED&q=" + run).size() == 2);
            desk.getByTestId("inbox-table").click();
            desk.getByTestId("ticket-search").fill(run);
            assertThat(desk.getByTestId("ticket")).hasCount(2, counting());
            desk.locator("#ticket-owner").selectOption("me");
            showsOnly(desk, "Una");
            desk.locator("#ticket-owner").selectOption("anybody");
            assertThat(desk.getByTestId("ticket")).hasCount(2, counting());
            desk.locator("#ticket-states").selectOption("closed");
            showsOnly(desk, "Dora");

            desk.reload();
            showsOnly(desk, "Dora");
            desk.locator("#ticket-states").selectOption("all");
            assertThat(desk.getByTestId("ticket")).hasCount(4, counting());
            desk.locator("#ticket-campaign").selectOption("default");
            assertThat(desk.getByTestId("ticket")).hasCount(3, counting());
            desk.locator("#ticket-tag").fill(run);
            desk.locator("#ticket-tag").press("Enter");
            showsOnly(desk, "Una");
            picture(desk, "inbox-filters-" + language);

            desk.reload();
            showsOnly(desk, "Una");
            assertThat(desk.locator("#ticket-states")).hasValue("all", holding());
            assertThat(desk.locator("#ticket-campaign")).hasValue("default", holding());
            assertThat(desk.locator("#ticket-tag")).hasValue(run, holding());
        } finally {
            bruno.resolves(brunos);
        }
    }

    private String given(String name) {
        var customer = Customer.named(pupitre.base, name);
        customer.writes("Bonjour");
        return alice.isGiven(customer);
    }

    private static void showsOnly(Page desk, String customer) {
        assertThat(desk.getByTestId("ticket")).hasCount(1, counting());
        assertThat(desk.getByTestId("ticket")).containsText(customer, saying());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void theTeamsWorkHasAListOfItsOwn(String language) {
        var sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
        var team = Map.of("name", "Night shift", "members", List.of("alice"), "id", "night-shift");
        Assertions.assertThat(sofia.post("/api/v1/teams", team)).returns(201, Answer::status);
        try {
            var desk = windows.agent(language, "alice");
            Customer.named(pupitre.base, "Tina Team").writes("Is there somebody at night?");
            assertThat(item(desk, "Tina Team")).hasCount(1, counting());

            desk.keyboard().press("Alt+3");
            assertThat(desk.getByTestId("tab-teams")).hasAttribute("aria-selected", "true", patiently());
            assertThat(item(desk, "Tina Team")).hasCount(1, counting());
            picture(desk, "inbox-teams-" + language);
        } finally {
            sofia.delete("/api/v1/teams/night-shift");
        }
    }

    private static Locator item(Page desk, String customer) {
        return desk.getByTestId("conversation-item").filter(new Locator.FilterOptions().setHasText(customer));
    }
}
