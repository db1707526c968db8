package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.PATIENCE;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.reading;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An agent puts together more than words, and gives a conversation to Meta's inbox and takes it back. */
class BuildersStoryIT extends BrowserStory {
    /** One that is offered: the library measures by others, which have no name. */
    private static final String SIGN = ".emoji__sign:not([title=''])";

    @ParameterizedTest
    @CsvSource({
        "en-GB, Answer, Done, 2 suggested answers, Morning, Evening",
        "fr-FR, Réponse, Terminé, 2 réponses proposées, Matin, Soir"
    })
    void anAgentLetsTheCustomerChoose(
            String language, String field, String done, String said, String first, String second) {
        var customer = Customer.named(pupitre.base, "Quinn Choice " + language);
        var desk = asked(customer, language, "Quinn Choice");

        desk.getByTestId("quick-reply-button").click();
        var dialog = desk.getByTestId("quick-reply-dialog");
        dialog.getByPlaceholder(field + " 1").fill(first);
        dialog.getByPlaceholder(field + " 2").fill(second);
        picture(desk, "quick-replies-" + language);
        button(desk, done).click();
        assertThat(desk.getByTestId("extra-quick-replies")).containsText(said, saying());
        assertThat(desk.getByTestId("extra-quick-replies")).containsText(first + ", " + second, saying());
        desk.getByTestId("composer").fill("When shall we call?");
        desk.getByTestId("send").click();

        await().until(() -> fromPage(customer).size() == 1);
        assertThat(fromPage(customer).getFirst().get("quickReplies").valueStream())
                .extracting(reply -> reply.get("title").asString())
                .containsExactly(first, second);
        assertThat(desk.getByTestId("extra-quick-replies")).hasCount(0, counting());
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Cards, Title of card 1, Add a button, Words on button 1, Address (https), Put into the answer, 1 card",
        "fr-FR, Cartes, Titre de la carte 1, Ajouter un bouton, Texte du bouton 1, Adresse (https),"
                + " Mettre dans la réponse, 1 carte"
    })
    void anAgentSendsACardWithAButton(
            String language,
            String cards,
            String title,
            String add,
            String words,
            String address,
            String insert,
            String said) {
        var customer = Customer.named(pupitre.base, "Carla Card " + language);
        var desk = asked(customer, language, "Carla Card");

        desk.getByTestId("template-button").click();
        var dialog = desk.getByTestId("template-dialog");
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(cards))
                .click();
        dialog.getByLabel(title).fill("Desk lamp");
        button(desk, add).click();
        dialog.getByLabel(words).fill("Look");
        dialog.getByLabel(address).fill("https://shop.example/lamp");
        picture(desk, "card-" + language);
        button(desk, insert).click();
        assertThat(desk.getByTestId("extra-template")).containsText(said, saying());
        desk.getByTestId("send").click();

        await().until(() -> fromPage(customer).size() == 1);
        var card = fromPage(customer).getFirst().get("template").get("elements").get(0);
        assertThat(card.get("title").asString()).isEqualTo("Desk lamp");
        assertThat(card.get("buttons").get(0).get("url").asString()).isEqualTo("https://shop.example/lamp");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, grinning face", "fr-FR, visage rieur"})
    void anAgentPutsAnEmojiWhereTheCaretStandsAndSendsNothingBySearching(String language, String name) {
        var customer = Customer.named(pupitre.base, "Emil Emoji " + language);
        var desk = asked(customer, language, "Emil Emoji");
        var box = desk.getByTestId("composer");
        box.fill("Dear Emil, I will");
        box.press("Home");

        desk.getByTestId("emoji").click();
        var search = desk.locator(".emoji__search");
        assertThat(desk.locator(SIGN).first()).isVisible(visibly());
        search.fill("zzzz");
        assertThat(desk.locator(SIGN)).hasCount(0, counting());
        search.press("Enter");
        search.press("Escape");
        assertThat(search).hasCount(0, counting());
        assertThat(desk.getByTestId("emoji")).isFocused(soon());
        assertThat(box).hasValue("Dear Emil, I will");

        desk.getByTestId("emoji").click();
        search.fill(name);
        assertThat(desk.locator(SIGN + "[data-active]")).hasText("😀", reading());
        picture(desk, "emoji-" + language);
        search.press("Enter");
        assertThat(box).hasValue("😀Dear Emil, I will");
        assertThat(box).isFocused(soon());
        assertThat(fromPage(customer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Pass to Meta’s inbox, Meta’s inbox answers this customer, Release to Facebook’s routing,"
                + " The conversation is released",
        "fr-FR, Confier à la boîte de réception Meta, La boîte de réception Meta répond à ce client,"
                + " Rendre au routage de Facebook, La conversation est rendue"
    })
    void anAgentPassesAConversationOnAndTakesItBack(
            String language, String pass, String elsewhere, String release, String released) {
        var customer = Customer.named(pupitre.base, "Paula Passed " + language);
        var desk = asked(customer, language, "Paula Passed");

        chooses(desk, "thread-pass", pass);
        assertThat(desk.getByTestId("elsewhere")).containsText(elsewhere, saying());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        picture(desk, "passed-on-" + language);

        desk.getByTestId("take-back").click();
        assertThat(desk.getByTestId("elsewhere")).hasCount(0, counting());
        desk.getByTestId("composer").fill("Here we are again.");
        desk.getByTestId("send").click();
        await().until(() -> customer.received().equals(List.of("Here we are again.")));

        chooses(desk, "thread-release", release);
        assertThat(desk.getByText(released)).isVisible(visibly());
    }

    private Page asked(Customer customer, String language, String name) {
        var desk = windows.agent(language, "alice");
        customer.writes("Hello?");
        opened(desk, name + " " + language);
        return desk;
    }

    private static void chooses(Page desk, String item, String confirmed) {
        desk.getByTestId("thread-menu").click();
        desk.getByTestId(item).click();
        assertThat(desk.getByTestId("control-dialog")).isVisible(visibly());
        button(desk, confirmed).click();
        assertThat(desk.getByTestId("control-dialog")).hasCount(0, counting());
    }

    private static Locator button(Page desk, String name) {
        return desk.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocatorAssertions.IsFocusedOptions soon() {
        return new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE);
    }

    private List<JsonNode> fromPage(Customer customer) {
        return sandbox.get("/sandbox/api/customers/" + customer.id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("fromPage").asBoolean())
                .toList();
    }
}
