package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What colleagues do with a conversation and its customer besides answering: go on, block, look on, know. */
class TogetherStoryIT extends BrowserStory {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OWN_PAGE = "100000000000001";

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");

    @AfterEach
    void nobodyHasAnything() {
        mayBlock(true);
        for (var agent : List.of(alice, bruno)) {
            agent.is("ONLINE");
            agent.mine()
                    .forEach(conversation ->
                            agent.resolves(conversation.get("id").asString()));
            Awaitility.await().atMost(PATIENCE).until(() -> agent.mine().isEmpty());
            agent.is("OFFLINE");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, goes on with an earlier conversation", "fr-FR, a rouvert une conversation précédente"})
    void anAgentGoesOnWithWhatIsOverAndHasTheEarlierOneAbove(String language, String happening) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Rita Reopen");
        customer.writes("Do you repair watches?");
        opened(desk, "Rita Reopen");
        var id = alice.isGiven(customer);
        desk.getByTestId("composer").fill("We do.");
        desk.getByTestId("send").click();
        Awaitility.await().atMost(PATIENCE).until(() -> customer.received().contains("We do."));
        assertThat(desk.locator("[data-testid=message][data-direction=OUT]").last())
                .hasAttribute("data-status", Pattern.compile("SENT|DELIVERED|READ"), patiently());
        desk.getByTestId("resolve").click();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));

        desk.navigate(pupitre.base.resolve("/desk/" + id).toString());
        desk.getByTestId("reopen").click();

        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        assertThat(desk.getByTestId("happening")).containsText("Alice Martin " + happening, saying());
        assertThat(desk.getByTestId("earlier-transcript")).containsText("Do you repair watches?", saying());
        desk.getByTestId("composer").fill("By the way, pick-up is until six.");
        desk.getByTestId("send").click();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> customer.received().contains("By the way, pick-up is until six."));
        picture(desk, "reopened-" + language);
        var next = alice.isGiven(customer);
        Assertions.assertThat(alice.conversation(next).get("continues").asString())
                .isEqualTo(id);
        Assertions.assertThat(alice.resolves(next).status()).isEqualTo(202);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.conversation(next).get("state").asString().equals("CLOSED"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Reason, Block, 'Blocked on Facebook, too'", "fr-FR, Motif, Bloquer, Bloqué aussi sur Facebook"})
    void aBlockedCustomerIsHeardByNobodyUntilUnblocked(String language, String reason, String block, String blocked) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Boris Bloqué");
        customer.writes("Vous êtes nuls !!!");
        opened(desk, "Boris Bloqué");
        var id = alice.isGiven(customer);
        desk.getByTestId("block").click();
        desk.getByLabel(reason).fill("Insultes");
        picture(desk, "block-dialog-" + language);
        desk.getByTestId("block-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(block).setExact(true))
                .click();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.conversation(id).get("state").asString().equals("CLOSED"));

        customer.writes("Toujours nuls");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> alice.historyOf(customer).size() == 2);
        Assertions.assertThat(alice.historyOf(customer).getLast().get("state").asString())
                .isEqualTo("IGNORED");
        Assertions.assertThat(alice.conversationOf(customer)).isEmpty();

        desk.navigate(pupitre.base.resolve("/desk/" + id).toString());
        assertThat(desk.getByTestId("blocked")).containsText("Insultes", saying());
        assertThat(desk.getByTestId("block-facebook")).containsText(blocked, saying());
        picture(desk, "blocked-" + language);
        desk.getByTestId("unblock").click();
        assertThat(desk.getByTestId("blocked")).hasCount(0, counting());
        customer.writes("Pardon");
        alice.isGiven(customer);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Facebook did not block the customer", "fr-FR, Facebook n’a pas bloqué le client"})
    void aBlockThatFacebookRefusesStandsHereAndIsToldAgain(String language, String refused) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Rosa Refused");
        customer.writes("Idiots!");
        opened(desk, "Rosa Refused");
        var id = alice.isGiven(customer);
        mayBlock(false);
        Assertions.assertThat(alice.http.put(
                        "/api/v1/customers/" + OWN_PAGE + "/" + customer.id + "/block", Map.of("reason", "Insults")))
                .returns(200, HttpSession.Answer::status);

        desk.navigate(pupitre.base.resolve("/desk/" + id).toString());
        assertThat(desk.getByTestId("block-facebook")).containsText(refused, saying());
        assertThat(desk.getByTestId("block-facebook")).containsText("pages_manage_engagement", saying());
        assertThat(desk.getByTestId("blocked")).containsText("Insults", saying());
        picture(desk, "block-refused-" + language);

        mayBlock(true);
        desk.getByTestId("block-again").click();
        assertThat(desk.getByTestId("block-facebook")).hasAttribute("data-state", "DONE", Windows.patiently());
        desk.getByTestId("unblock").click();
        assertThat(desk.getByTestId("blocked")).hasCount(0, counting());
        assertThat(desk.getByTestId("unblocking")).hasCount(0, counting());
    }

    private void mayBlock(boolean may) {
        sandbox.patch(
                "/sandbox/api/pages/" + OWN_PAGE,
                Map.of("missingPermissions", may ? List.of() : List.of("pages_manage_engagement")));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Also looking:, Writing now:, has the conversation now",
        "fr-FR, Regarde aussi :, Écrit en ce moment :, a maintenant la conversation"
    })
    void colleaguesSeeEachOtherAndATakeOverKeepsTheDraft(
            String language, String looking, String writing, String taken) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Ulla Under");
        customer.writes("Hello?");
        opened(desk, "Ulla Under");
        var id = alice.isGiven(customer);

        var brunos = windows.login(language, "bruno", "/desk/" + id);
        assertThat(desk.getByTestId("company")).containsText(looking + " Bruno Costa", saying());
        assertThat(brunos.getByTestId("composer")).hasCount(0, counting());
        desk.getByTestId("composer").pressSequentially("Dear Ulla, I will");
        assertThat(brunos.getByTestId("company")).containsText(writing + " Alice Martin", saying());
        picture(brunos, "company-" + language);

        brunos.getByTestId("claim").click();

        assertThat(desk.getByTestId("kept-draft")).containsText("Dear Ulla, I will", saying());
        assertThat(desk.getByTestId("kept-draft")).containsText("Bruno Costa " + taken, saying());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        picture(desk, "kept-draft-" + language);
        desk.getByTestId("kept-note").click();
        assertThat(desk.getByTestId("note-box")).hasValue("Dear Ulla, I will");
        desk.getByTestId("note-add").click();
        assertThat(brunos.getByTestId("note")).containsText("Dear Ulla, I will", saying());
        assertThat(desk.getByTestId("note")).containsText("Dear Ulla, I will", saying());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Name, Kind, Choices, Save", "fr-FR, Nom, Type, Choix possibles, Enregistrer"})
    void whatAdministratorsWantToBeKnownIsKeptPerCustomer(
            String language, String name, String kind, String choices, String save) {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        var version = admin.get("/api/v1/customer-fields").json().get("version").asLong();
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Karl Known");
        customer.writes("It is me again");
        opened(desk, "Karl Known");
        var id = alice.isGiven(customer);
        var screen = windows.login(language, "admin", "/desk/" + id);
        screen.getByTestId("define-fields").click();
        screen.getByTestId("field-add").click();
        screen.getByTestId("field-definition").getByLabel(name).fill("Numéro de client");
        screen.getByTestId("field-add").click();
        screen.getByTestId("field-definition").last().getByLabel(name).fill("Fidélité");
        screen.getByTestId("field-definition").last().getByLabel(kind).selectOption("CHOICE");
        screen.getByTestId("field-definition").last().getByLabel(choices).fill("Or, Argent");
        picture(screen, "fields-dialog-" + language);
        screen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(save))
                .click();
        assertThat(screen.getByTestId("fields-dialog")).hasCount(0, counting());

        desk.reload();
        desk.getByLabel("Numéro de client").fill("C-4711");
        desk.getByLabel("Numéro de client").press("Enter");
        desk.getByLabel("Fidélité").selectOption("Argent");
        var path = "/api/v1/customers/" + OWN_PAGE + "/" + customer.id;
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> Assertions.assertThat(alice.http
                                .get(path)
                                .json()
                                .get("fields")
                                .propertyStream()
                                .map(field -> field.getValue().asString()))
                        .containsExactlyInAnyOrder("C-4711", "Argent"));
        picture(desk, "customer-panel-" + language);

        Assertions.assertThat(alice.http
                        .put("/api/v1/customer-fields", Map.of("fields", List.of(), "version", version))
                        .status())
                .isEqualTo(403);
        Assertions.assertThat(admin.put("/api/v1/customer-fields", Map.of("fields", List.of(), "version", version + 1))
                        .status())
                .isEqualTo(200);
        assertThat(desk.getByTestId("conversation-item")).hasAttribute("data-state", "ASSIGNED", patiently());
    }
}
