package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.pupitre.story.HttpSession.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers gave their conversations is seen where these are found again. */
class ScoresStoryIT extends BrowserStory {
    private static final String QUESTION = "Were you happy with us?";

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final CatchAll catchAll = new CatchAll(sofia);

    @BeforeEach
    void askAfterEachConversation() {
        catchAll.change(Map.of(
                "survey",
                Map.of(
                        "on", true,
                        "question", Map.of("default", QUESTION),
                        "commentQuestion", Map.of(),
                        "thanks", Map.of(),
                        "notAgainDays", 30)));
        alice.is("ONLINE");
    }

    @AfterEach
    void askNoMore() {
        catchAll.restore();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSupervisorPutsTheWorstFirstAndTakesTheScoresAway(Language language) {
        // Of another one told before, the recordings are there still.
        var family = language.say("Rated", "Notée") + Instant.now().getEpochSecond();
        rated("Bella " + family, "5");
        var worst = rated("Wanda " + family, "2");

        var screen = windows.login(language.tag, "sofia", "/supervision/recordings");
        screen.getByLabel(language.say("Customer", "Client"), new Page.GetByLabelOptions().setExact(true))
                .fill(family);
        screen.getByTestId("recordings-find").click();
        assertThat(screen.getByTestId("recording-score")).hasCount(2, counting());
        screen.getByTestId("sort-score").click();
        assertThat(screen.locator("#recordings-score")).hasValue("1,2,3,4,5");
        assertThat(screen.getByTestId("recording").first()).hasAttribute("data-id", worst, patiently());
        assertThat(screen.getByTestId("recording-score").first())
                .containsText(language.say("2 of 5", "2 sur 5"), saying());
        picture(screen, "recordings-scores-" + language);
        screen.getByTestId("sort-score").click();
        assertThat(screen.getByTestId("recording").last()).hasAttribute("data-id", worst, patiently());

        var found = sofia.get("/api/v1/recordings/export?format=CSV&score=1,2&customer="
                + URLEncoder.encode(family, StandardCharsets.UTF_8));
        assertThat(found.text().lines()).hasSize(2).last().asString().endsWith(",2");
        assertThat(sofia.get("/api/v1/conversations/" + worst + "/export?format=JSON")
                        .json()
                        .at("/conversation/score")
                        .asInt())
                .isEqualTo(2);
        screen.navigate(pupitre.base.resolve("/supervision/print/" + worst).toString());
        assertThat(screen.getByTestId("paper")).containsText(language.say("Score: 2 of 5", "Note : 2 sur 5"), saying());
        picture(screen, "paper-score-" + language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAgentSeesWhatTheCustomerGaveTheConversationsBefore(Language language) {
        var customer = Customer.named(pupitre.base, "Coming Again");
        rated(customer, "4");

        customer.writes("It is me again");
        var desk = windows.agent(language.tag, "alice");
        opened(desk, "Coming Again");
        unfold(desk);

        assertThat(desk.getByTestId("earlier-one").getByTestId("stars")).isVisible(visibly());
        assertThat(desk.getByTestId("earlier-one").getByLabel(language.say("4 of 5", "4 sur 5")))
                .hasCount(1, counting());
        picture(desk, "earlier-scores-" + language);
    }

    private static void unfold(Page desk) {
        desk.getByTestId("earlier").locator("summary").click();
        assertThat(desk.getByTestId("earlier-one")).hasCount(1, counting());
    }

    private String rated(String name, String score) {
        return rated(Customer.named(pupitre.base, name), score);
    }

    private String rated(Customer customer, String score) {
        customer.writes("Do you deliver on Sundays?");
        var id = alice.isGiven(customer);
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().until(() -> customer.received().contains(QUESTION));
        customer.writes(score);
        await().until(() -> alice.conversation(id).path("score").asInt(0) == Integer.parseInt(score));
        return id;
    }
}
