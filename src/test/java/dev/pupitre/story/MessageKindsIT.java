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
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is no plain text, in the browser: files both ways, comments, and what Meta's rules refuse. */
class MessageKindsIT extends BrowserStory {
    private static final String PAGE = "100000000000001";

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void filesGoBothWays(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.named(pupitre.base, "Photo Sender " + run);

        writes(customer, Map.of("text", "This is how it came.", "attachments", List.of(Map.of("type", "image"))));
        opened(desk, "Photo Sender " + run);
        var shown = desk.getByTestId("picture").locator("img");
        assertThat(shown).isVisible(visibly());
        Assertions.assertThat(shown.evaluate("async (picture) => (await picture.decode(), picture.naturalWidth > 0)"))
                .isEqualTo(true);
        desk.getByTestId("picture").click();
        assertThat(desk.getByTestId("gallery")).isVisible(visibly());
        picture(desk, "desk-picture-" + language);
        desk.keyboard().press("Escape");
        assertThat(desk.getByTestId("gallery")).hasCount(0, counting());

        desk.getByTestId("attach-input")
                .setInputFiles(new FilePayload(
                        "return.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(desk.getByTestId("enclosure")).hasAttribute("data-state", "ready", patiently());
        picture(desk, "desk-attaching-" + language);
        desk.getByTestId("composer").fill("Here is the return slip.");
        desk.getByTestId("send").click();

        assertThat(desk.getByTestId("file")).containsText("return.pdf", saying());
        Awaitility.await().untilAsserted(() -> {
            Assertions.assertThat(customer.received()).contains("Here is the return slip.");
            Assertions.assertThat(attachmentTypes(customer)).containsExactly("file");
        });
        picture(desk, "desk-attached-" + language);
    }

    @ParameterizedTest
    @EnumSource
    void aCommentIsAnsweredInPublicAndPrivately(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.named(pupitre.base, "Com Menter " + run);
        var post = sandbox.post("/sandbox/api/pages/" + PAGE + "/posts", Map.of("message", "Our new lamp is here!"))
                .json()
                .get("id")
                .asString();
        var comments = "/sandbox/api/posts/" + post + "/comments";

        sandbox.post(comments, Map.of("customer", customer.id, "message", "Is it dimmable?"));
        opened(desk, "Com Menter " + run);
        assertThat(desk.getByTestId("post")).containsText("Our new lamp is here!", saying());
        answer(desk, "answer-public", "Yes, in three steps.");
        Awaitility.await()
                .untilAsserted(() -> Assertions.assertThat(texts(comments))
                        .containsExactly("Is it dimmable?", "Yes, in three steps."));

        answer(desk, "answer-private", "This code is for you alone: 1234.");
        Awaitility.await().untilAsserted(() -> {
            Assertions.assertThat(customer.received()).containsExactly("This code is for you alone: 1234.");
            Assertions.assertThat(texts(comments)).hasSize(2);
        });

        assertThat(desk.getByTestId("comment-answered-privately")).isVisible(visibly());
        assertThat(desk.getByTestId("answer-private").locator("input")).isDisabled();
        desk.getByTestId("comment-like").first().click();
        assertThat(desk.getByTestId("comment-liked")).isVisible(visibly());
        desk.getByTestId("comment-hide").first().click();
        assertThat(desk.getByTestId("comment-hidden"))
                .containsText(language.say("Hidden from others", "Masqué aux autres"), saying());
        picture(desk, "desk-comments-" + language);

        var answer = message(desk, "Yes, in three steps.");
        var row = desk.locator("[data-testid=message][data-id='" + answer.getAttribute("data-id") + "']");
        answer.getByTestId("comment-delete").click();
        desk.getByTestId("comment-delete-dialog")
                .locator(".cds--modal-footer .cds--btn--danger")
                .click();
        assertThat(row).containsText(language.say("This message was deleted", "Ce message a été supprimé"), saying());
        assertThat(row.getByTestId("comment-delete")).hasCount(0, counting());
        Awaitility.await()
                .untilAsserted(() -> Assertions.assertThat(texts(comments)).containsExactly("Is it dimmable?"));
        picture(desk, "desk-comment-deleted-" + language);
    }

    @ParameterizedTest
    @EnumSource
    void soundAndMovingPicturesPlay(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.named(pupitre.base, "Clip Sender " + run);

        writes(customer, Map.of("attachments", List.of(Map.of("type", "audio"), Map.of("type", "video"))));
        opened(desk, "Clip Sender " + run);

        plays(desk.getByTestId("player").locator("audio"));
        plays(desk.getByTestId("player").locator("video"));
        Assertions.assertThat(desk.getByTestId("player").locator("video").evaluate("video => video.videoWidth > 0"))
                .isEqualTo(true);
        assertThat(desk.getByTestId("player").first()).containsText(language.say("Download", "Télécharger"), saying());
        picture(desk, "desk-playing-" + language);
    }

    /** What cannot be played is told on the console, which fails the story. */
    private static void plays(Locator player) {
        assertThat(player).isVisible(visibly());
        player.evaluate("player => { player.muted = true; player.play(); }");
        Awaitility.await()
                .until(() -> Boolean.TRUE.equals(
                        player.evaluate("player => player.duration > 0 && (player.currentTime > 0 || player.ended)")));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatThePolicyRefusesIsNotOffered(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.named(pupitre.base, "Late Lee " + run);

        writes(
                customer,
                Map.of(
                        "text",
                        "An old question",
                        "timestamp",
                        Instant.now().minus(Duration.ofHours(30)).toString()));
        opened(desk, "Late Lee " + run);

        assertThat(desk.getByTestId("policy-refused")).isVisible(visibly());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        picture(desk, "desk-refused-" + language);

        writes(customer, Map.of("text", "Are you there?"));
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatMetaRefusesSaysWhyAndCanBeDiscarded(Language language) {
        var desk = windows.agent(language.tag, "alice");
        var customer = Customer.named(pupitre.base, "Shut Window " + run);
        writes(customer, Map.of("text", "Hello"));
        opened(desk, "Shut Window " + run);
        sandbox.put("/sandbox/api/customers/" + customer.id + "/window", Map.of("hoursAgo", 30));

        desk.getByTestId("composer").fill("Is it too late?");
        desk.getByTestId("send").click();

        var failed = message(desk, "Is it too late?");
        assertThat(failed).hasAttribute("data-status", "FAILED", patiently());
        assertThat(failed.getByTestId("message-problem")).isVisible(visibly());
        picture(desk, "desk-failed-" + language);
        failed.getByTestId("message-discard").click();
        assertThat(failed).hasAttribute("data-status", "DISCARDED", patiently());
        assertThat(failed).containsText(language.say("Discarded", "Abandonné"), saying());
    }

    private void writes(Customer customer, Map<String, Object> message) {
        var answer = sandbox.post("/sandbox/api/customers/" + customer.id + "/messages", message);
        Assertions.assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    }

    private static void answer(Page desk, String way, String text) {
        desk.getByTestId(way).click();
        desk.getByTestId("composer").fill(text);
        desk.getByTestId("send").click();
        assertThat(message(desk, text)).isVisible(visibly());
    }

    private static Locator message(Page desk, String text) {
        return desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** What readers see: the sandbox shows its users besides what was deleted. */
    private List<String> texts(String comments) {
        return sandbox.get(comments)
                .json()
                .valueStream()
                .filter(comment -> !comment.get("removed").asBoolean())
                .map(comment -> comment.get("message").asString())
                .toList();
    }

    private List<String> attachmentTypes(Customer customer) {
        return sandbox.get("/sandbox/api/customers/" + customer.id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("fromPage").asBoolean())
                .flatMap(message -> message.get("attachments").valueStream())
                .map((JsonNode attachment) -> attachment.get("type").asString())
                .toList();
    }
}
