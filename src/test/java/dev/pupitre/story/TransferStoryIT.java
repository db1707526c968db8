package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents hand conversations on at their desks, and know before what will come of it. */
class TransferStoryIT extends BrowserStory {
    private static final String TEAMS = "/api/v1/teams";

    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");

    @AfterEach
    void nobodyWaitsAndNoTeamIsLeft() {
        bruno.is("ONLINE");
        bruno.mine()
                .forEach(conversation -> bruno.resolves(conversation.get("id").asString()));
        Awaitility.await().until(() -> bruno.mine().isEmpty());
        // Whoever asks for its place in the queue just as it is given to somebody is told that there is none.
        windows.mayComplainOf(404);
        bruno.is("OFFLINE");
        sofia.get(TEAMS)
                .json()
                .valueStream()
                .forEach(team -> sofia.delete(TEAMS + "/" + team.get("id").asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, gets it at once, Hand on, Conversation with Ines Invoice handed on to, Handed on by Alice Martin to",
        "fr-FR, la reçoit tout de suite, Transmettre, Conversation avec Ines Invoice transmise à, Transmise par Alice Martin à"
    })
    void anAgentHandsAConversationOnWithANoteByKeyboard(
            String language, String outlook, String handOn, String done, String happening) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Ines Invoice");
        customer.writes("My invoice is wrong.");
        opened(desk, "Ines Invoice");
        bruno.is("ONLINE");

        desk.getByTestId("composer").press("Escape");
        desk.locator("body").press("t");
        target(desk, "agent:bruno").locator("input").press("Space");
        assertThat(desk.getByTestId("outlook")).containsText("Bruno Costa " + outlook, saying());
        desk.locator("#transfer-note").fill("Charged twice");
        picture(desk, "transfer-dialog-" + language);
        handOn(desk, handOn);

        assertThat(desk.getByText(done + " Bruno Costa")).isVisible(visibly());
        assertThat(desk.getByTestId("conversation-item")).hasCount(0, counting());
        var brunos = windows.login(language, "bruno", "/desk");
        opened(brunos, "Ines Invoice");
        assertThat(brunos.getByTestId("happening")).containsText(happening + " Bruno Costa", saying());
        assertThat(brunos.getByTestId("learnt")).containsText("Charged twice", saying());
        picture(brunos, "transfer-received-" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Nobody of this team is online, Hand on, Handed on by Alice Martin to team Facturation",
        "fr-FR, Personne de cette équipe n’est en ligne, Transmettre, Transmise par Alice Martin à l’équipe Facturation"
    })
    void anAgentIsToldThatNobodyOfATeamIsThere(String language, String outlook, String handOn, String happening) {
        assertThat(sofia.post(TEAMS, Map.of("name", "Facturation", "members", List.of("bruno"))))
                .returns(201, Answer::status);
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Théo Facture");
        customer.writes("Bonjour");
        opened(desk, "Théo Facture");
        var id = DeskAgent.loggedIn(pupitre.base, "alice").isGiven(customer);

        desk.getByTestId("thread-menu").click();
        desk.getByTestId("thread-hand-on").click();
        target(desk, "team:facturation").click();
        assertThat(desk.getByTestId("outlook")).containsText(outlook, saying());
        picture(desk, "transfer-nobody-" + language);
        handOn(desk, handOn);

        desk.getByTestId("tab-queue").click();
        opened(desk, "Théo Facture");
        assertThat(desk.getByTestId("happening")).containsText(happening, saying());
        bruno.is("ONLINE");
        Awaitility.await()
                .until(() ->
                        bruno.conversation(id).at("/assignee/id").asString().equals("bruno"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Hand on, Bruno Costa has it now", "fr-FR, Transmettre, Bruno Costa l’a maintenant"})
    void anAgentIsToldThatSomebodyWasFaster(String language, String handOn, String fault) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Fay Faster");
        customer.writes("Hello?");
        opened(desk, "Fay Faster");
        var id = DeskAgent.loggedIn(pupitre.base, "alice").isGiven(customer);
        desk.getByTestId("hand-on").click();
        target(desk, "queue").click();

        assertThat(sofia.post("/api/v1/conversations/" + id + "/assign", Map.of("agent", "bruno")))
                .returns(200, Answer::status);
        handOn(desk, handOn);

        assertThat(desk.getByTestId("transfer-fault")).containsText(fault, saying());
        picture(desk, "transfer-too-late-" + language);
        windows.mayComplainOf(409);
    }

    private static Locator target(Page desk, String key) {
        var target = desk.locator("[data-testid=target][data-target='" + key + "']");
        assertThat(target).isVisible(visibly());
        return target;
    }

    private static void handOn(Page desk, String words) {
        desk.getByTestId("transfer-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
    }
}
