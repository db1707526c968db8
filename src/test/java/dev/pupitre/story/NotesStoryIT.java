package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What colleagues say to each other about a customer, and by which words they find the conversation again. */
class NotesStoryIT extends BrowserStory {
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void aliceIsDone() {
        alice.is("ONLINE");
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> alice.mine().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Internal note", "fr-FR, Note interne"})
    void aSupervisorWhispersToTheAgentWhoIsToldAndTheCustomerHearsNothing(String language, String title) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Wanda Whisper");
        customer.writes("I want my money back!");
        opened(desk, "Wanda Whisper");
        desk.navigate(pupitre.base.resolve("/desk").toString());
        var id = alice.isGiven(customer);

        var supervisor = windows.login(language, "sofia", "/desk/" + id);
        supervisor.getByTestId("mode-note").click();
        supervisor.getByTestId("note-box").pressSequentially("Proposez un avoir, @ali");
        assertThat(supervisor.getByTestId("mention-option")).hasCount(1, counting());
        picture(supervisor, "note-mention-" + language);
        supervisor.getByTestId("note-box").press("Enter");
        supervisor.getByTestId("note-box").press("Enter");
        assertThat(supervisor.getByTestId("note")).containsText("Proposez un avoir, @Alice Martin", saying());
        picture(supervisor, "note-written-" + language);

        assertThat(desk.getByTestId("mentions")).hasAttribute("data-unseen", "1", patiently());
        desk.getByTestId("mentions").click();
        var mention = desk.getByTestId("mention").first();
        assertThat(mention).containsText("Proposez un avoir", saying());
        picture(desk, "mentions-" + language);
        mention.click();
        assertThat(desk.getByTestId("note")).containsText(title, saying());
        assertThat(desk.getByTestId("mentions")).hasAttribute("data-unseen", "0", patiently());
        desk.getByTestId("composer").fill("One moment, please");
        desk.getByTestId("send").click();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> customer.received().contains("One moment, please"));
        Assertions.assertThat(customer.received()).noneMatch(text -> text.contains("avoir"));
        picture(desk, "note-in-transcript-" + language);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Remove the tag vip", "fr-FR, Retirer l’étiquette vip"})
    void anAgentTagsAConversationAndFindsItByTheTag(String language, String remove) {
        var desk = windows.agent(language, "alice");
        var customer = Customer.named(pupitre.base, "Tara Tag");
        customer.writes("Where is my parcel?");
        opened(desk, "Tara Tag");
        var id = alice.isGiven(customer);

        tag(desk, "late parcel");
        assertThat(desk.getByTestId("tag")).containsText("late parcel", saying());
        assertThat(desk.getByTestId("row-tag")).containsText("late parcel", saying());
        tag(desk, "vip");
        assertThat(desk.getByTestId("tag")).hasCount(2, counting());
        picture(desk, "tags-" + language);

        Assertions.assertThat(alice.list("state=ASSIGNED&tag=late%20parcel"))
                .extracting(found -> found.get("id").asString())
                .containsExactly(id);
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(remove))
                .click();
        assertThat(desk.getByTestId("tag")).hasCount(1, counting());
        Assertions.assertThat(alice.http
                        .post("/api/v1/conversations/" + id + "/tags", Map.of("tags", List.of("")))
                        .status())
                .isEqualTo(400);
    }

    private static void tag(Page desk, String tag) {
        var box = desk.getByTestId("tags").getByRole(AriaRole.COMBOBOX);
        assertThat(box).isVisible(visibly());
        box.fill(tag);
        box.press("Enter");
    }
}
