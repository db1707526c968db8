package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.holding;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor listens to a conversation that runs, whispers, changes the agent, and finds it all again later. */
class ListeningStoryIT extends BrowserStory {
    private static final String PAGE = "100000000000001";

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @AfterEach
    void leave() {
        sofia.put("/api/v1/agents/alice/capacity", Collections.singletonMap("capacity", null));
        alice.is("OFFLINE");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, You read along unseen", "fr-FR, Vous lisez sans être vu"})
    void aSupervisorListensUnseenAndWhispers(String language, String unseen) {
        var customer = Customer.of(pupitre.base, "Nora Listened", PAGE);
        alice.is("ONLINE");
        customer.writes("Where is my parcel?");
        var id = alice.isGiven(customer);

        var screen = windows.login(language, "sofia", "/supervision");
        screen.locator("[data-testid=agent-row][data-id=alice]")
                .getByRole(AriaRole.LINK)
                .click();
        screen.locator("[data-testid=recording][data-id='" + id + "']")
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(screen.getByTestId("silent")).containsText(unseen, saying());
        assertThat(screen.getByTestId("message").first()).containsText("Where is my parcel?", saying());

        customer.writes("It was to come on Monday");
        assertThat(screen.getByTestId("message").last()).containsText("It was to come on Monday", saying());
        screen.getByTestId("note-box").fill("Offer a voucher");
        screen.getByTestId("note-box").press("Enter");
        assertThat(screen.getByTestId("note").last()).containsText("Offer a voucher", saying());
        picture(screen, "listening-" + language);

        assertThat(alice.conversation(id).get("assignee").get("id").asString()).isEqualTo("alice");
        assertThat(alice.http
                        .put("/api/v1/conversations/" + id + "/watch", Map.of("typing", false))
                        .text())
                .doesNotContain("sofia");
        assertThat(customer.received()).isEmpty();
        assertThat(alice.replies(id, "It comes today")).returns(202, Answer::status);
        assertThat(screen.getByTestId("message").last()).containsText("It comes today", saying());
        ends(id);
        assertThat(screen.getByTestId("silent")).hasCount(0, counting());
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Sofia Lindqvist has the conversation now, Hand on",
        "fr-FR, Sofia Lindqvist a maintenant la conversation, Transmettre"
    })
    void aSupervisorTakesAConversationOverAndHandsItBack(String language, String taken, String handOn) {
        var desk = windows.agent(language, "alice");
        var name = "Nora " + UUID.randomUUID().toString().substring(0, 8);
        var customer = Customer.of(pupitre.base, name, PAGE);
        customer.writes("Is anybody there?");
        opened(desk, name);
        desk.getByTestId("composer").fill("I am just looking");
        var id = alice.isGiven(customer);
        var recording = "/supervision/recordings/" + id;

        var screen = windows.login(language, "sofia", recording);
        screen.getByTestId("take-over").click();
        screen.waitForURL("**/desk/" + id);
        assertThat(screen.getByTestId("composer")).isVisible(visibly());
        assertThat(desk.getByTestId("kept-draft")).containsText(taken, saying());
        assertThat(desk.getByTestId("kept-draft")).containsText("I am just looking", saying());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        picture(desk, "taken-over-" + language);

        screen.navigate(pupitre.base.resolve(recording).toString());
        screen.getByTestId("hand-on").click();
        screen.locator("[data-testid=target][data-target='agent:alice']").click();
        picture(screen, "handed-back-" + language);
        screen.getByTestId("transfer-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(handOn))
                .click();
        assertThat(screen.getByTestId("recording-state")).containsText("Alice Martin", saying());
        assertThat(screen.getByTestId("take-over")).isVisible(visibly());
        assertThat(desk.getByTestId("composer")).hasValue("I am just looking", holding());
        assertThat(desk.getByTestId("kept-draft")).hasCount(0, counting());
        // Whoever asks for its place in the queue just as it is given to somebody is told that there is none.
        windows.mayComplainOf(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Set to “Away”, changed your presence, Change capacity…, Save, 0 of 2",
        "fr-FR, Passer « Absent », a modifié votre présence, Modifier la capacité…, Enregistrer, 0 sur 2"
    })
    void anAgentIsToldWhoChangedTheirPresence(
            String language, String away, String changed, String capacity, String save, String load) {
        var desk = windows.agent(language, "alice");
        var screen = windows.login(language, "sofia", "/supervision");
        var row = screen.locator("[data-testid=agent-row][data-id=alice]");

        choose(row, away);
        assertThat(desk.getByText("Sofia Lindqvist " + changed)).isVisible(visibly());
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "AWAY", Windows.patiently());

        choose(row, capacity);
        screen.locator("#agent-capacity").fill("2");
        picture(screen, "capacity-" + language);
        screen.getByTestId("capacity-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(save))
                .click();
        assertThat(row.getByTestId("agent-load")).containsText(load, saying());
        assertThat(desk.getByTestId("presence-load")).containsText(load, saying());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Customer, Olivia Refound", "fr-FR, Client, Odile Retrouvée"})
    void whatIsOverIsFoundAgainAndTakenAway(String language, String label, String name) {
        var customer = Customer.of(pupitre.base, name, PAGE);
        alice.is("ONLINE");
        customer.writes("=SOMME(1;2) pourquoi ?");
        var id = alice.isGiven(customer);
        assertThat(alice.replies(id, "It is found again")).returns(202, Answer::status);
        ends(id);

        var screen = windows.login(language, "sofia", "/supervision/recordings");
        var some = name.substring(0, name.length() - 3).toLowerCase(Locale.ROOT);
        screen.getByLabel(label).fill(some);
        screen.getByTestId("recordings-find").click();
        assertThat(screen.getByTestId("recordings-total")).hasText("1 conversation", Windows.reading());
        picture(screen, "recordings-" + language);

        var list = screen.waitForDownload(() -> screen.getByTestId("export-csv").click());
        assertThat(list.suggestedFilename()).isEqualTo("conversations.csv");
        var sheet =
                sofia.get("/api/v1/conversations/" + id + "/export?format=CSV").text();
        assertThat(sheet).contains("'=SOMME(1;2) pourquoi ?", "It is found again");
        var whole = sofia.get("/api/v1/recordings/export?format=JSON&customer=" + some.replace(" ", "%20"))
                .json();
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).get("messages")).hasSize(2);
        assertThat(alice.http.get("/api/v1/conversations/" + id + "/export?format=CSV"))
                .returns(403, Answer::status);

        screen.getByTestId("recording").getByRole(AriaRole.LINK).click();
        assertThat(screen.getByTestId("message").first()).isVisible(visibly());
        picture(screen, "recording-" + language);
        screen.navigate(pupitre.base.resolve("/supervision/print/" + id).toString());
        assertThat(screen.getByTestId("paper")).containsText("It is found again", saying());
        picture(screen, "paper-" + language);
    }

    private void ends(String id) {
        assertThat(alice.resolves(id)).returns(202, Answer::status);
        await().until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));
    }

    private static void choose(Locator row, String words) {
        row.getByTestId("agent-menu").click();
        row.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words))
                .click();
    }
}
