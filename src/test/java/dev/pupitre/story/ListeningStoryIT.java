package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void aSupervisorListensUnseenAndWhispers() {
        var customer = Customer.of(pupitre.base, "Nora Listened", PAGE);
        alice.is("ONLINE");
        customer.writes("Where is my parcel?");
        var id = alice.isGiven(customer);

        var screen = windows.login("en-GB", "sofia", "/supervision");
        screen.locator("[data-testid=agent-row][data-id=alice]")
                .getByRole(AriaRole.LINK)
                .click();
        screen.locator("[data-testid=recording][data-id='" + id + "']")
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(screen.getByTestId("silent")).isVisible(visibly());
        assertThat(screen.getByTestId("message").first()).containsText("Where is my parcel?", saying());

        customer.writes("It was to come on Monday");
        assertThat(screen.getByTestId("message").last()).containsText("It was to come on Monday", saying());
        screen.getByTestId("note-box").fill("Offer a voucher");
        screen.getByTestId("note-box").press("Enter");
        assertThat(screen.getByTestId("note").last()).containsText("Offer a voucher", saying());
        picture(screen, "listening");

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

    @Test
    void anAgentIsToldWhoChangedTheirPresence() {
        var desk = windows.agent("fr-FR", "alice");
        var screen = windows.login("fr-FR", "sofia", "/supervision");
        var row = screen.locator("[data-testid=agent-row][data-id=alice]");

        choose(row, "Passer « Absent »");
        assertThat(desk.getByText("Sofia Lindqvist a modifié votre présence")).isVisible(visibly());
        assertThat(desk.getByTestId("presence-switch")).hasAttribute("data-presence", "AWAY", Windows.patiently());

        choose(row, "Modifier la capacité…");
        screen.locator("#agent-capacity").fill("2");
        picture(screen, "capacity-fr");
        screen.getByTestId("capacity-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer"))
                .click();
        assertThat(row.getByTestId("agent-load")).containsText("0 sur 2", saying());
        assertThat(desk.getByTestId("presence-load")).containsText("0 sur 2", saying());
    }

    @Test
    void whatIsOverIsFoundAgainAndTakenAway() {
        var customer = Customer.of(pupitre.base, "Odile Retrouvée", PAGE);
        alice.is("ONLINE");
        customer.writes("=SOMME(1;2) pourquoi ?");
        var id = alice.isGiven(customer);
        assertThat(alice.replies(id, "Bonjour Odile")).returns(202, Answer::status);
        ends(id);

        var screen = windows.login("fr-FR", "sofia", "/supervision/recordings");
        screen.getByLabel("Client").fill("odile retr");
        screen.getByTestId("recordings-find").click();
        assertThat(screen.getByTestId("recordings-total")).hasText("1 conversation", Windows.reading());
        picture(screen, "recordings-fr");

        var list = screen.waitForDownload(() -> screen.getByTestId("export-csv").click());
        assertThat(list.suggestedFilename()).isEqualTo("conversations.csv");
        var sheet =
                sofia.get("/api/v1/conversations/" + id + "/export?format=CSV").text();
        assertThat(sheet).contains("'=SOMME(1;2) pourquoi ?", "Bonjour Odile");
        var whole = sofia.get("/api/v1/recordings/export?format=JSON&customer=odile%20retr")
                .json();
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).get("messages")).hasSize(2);
        assertThat(alice.http.get("/api/v1/conversations/" + id + "/export?format=CSV"))
                .returns(403, Answer::status);

        screen.getByTestId("recording").getByRole(AriaRole.LINK).click();
        assertThat(screen.getByTestId("message").first()).isVisible(visibly());
        picture(screen, "recording-fr");
        screen.navigate(pupitre.base.resolve("/supervision/print/" + id).toString());
        assertThat(screen.getByTestId("paper")).containsText("Bonjour Odile", saying());
        picture(screen, "paper-fr");
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
