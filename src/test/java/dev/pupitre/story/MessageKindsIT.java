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
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is no plain text, in the browser: files both ways, comments, and what Meta's rules refuse. */
class MessageKindsIT extends BrowserStory {
    private static final String PAGE = "100000000000001";

    @Test
    void filesGoBothWays() {
        var desk = windows.agent("en-GB", "alice");
        var customer = Customer.named(pupitre.base, "Photo Sender");

        writes(customer, Map.of("text", "This is how it came.", "attachments", List.of(Map.of("type", "image"))));
        opened(desk, "Photo Sender");
        var shown = desk.getByTestId("picture").locator("img");
        assertThat(shown).isVisible(visibly());
        Assertions.assertThat(shown.evaluate("async (picture) => (await picture.decode(), picture.naturalWidth > 0)"))
                .isEqualTo(true);
        desk.getByTestId("picture").click();
        assertThat(desk.getByTestId("gallery")).isVisible(visibly());
        picture(desk, "desk-picture");
        desk.keyboard().press("Escape");
        assertThat(desk.getByTestId("gallery")).hasCount(0, counting());

        desk.getByTestId("attach-input")
                .setInputFiles(new FilePayload(
                        "return.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(desk.getByTestId("enclosure")).hasAttribute("data-state", "ready", patiently());
        picture(desk, "desk-attaching");
        desk.getByTestId("composer").fill("Here is the return slip.");
        desk.getByTestId("send").click();

        assertThat(desk.getByTestId("file")).containsText("return.pdf", saying());
        Awaitility.await().untilAsserted(() -> {
            Assertions.assertThat(customer.received()).contains("Here is the return slip.");
            Assertions.assertThat(attachmentTypes(customer)).containsExactly("file");
        });
        picture(desk, "desk-attached");
    }

    @Test
    void aCommentIsAnsweredInPublicAndPrivately() {
        var desk = windows.agent("en-GB", "alice");
        var customer = Customer.named(pupitre.base, "Com Menter");
        var post = sandbox.post("/sandbox/api/pages/" + PAGE + "/posts", Map.of("message", "Our new lamp is here!"))
                .json()
                .get("id")
                .asString();
        var comments = "/sandbox/api/posts/" + post + "/comments";

        sandbox.post(comments, Map.of("customer", customer.id, "message", "Is it dimmable?"));
        opened(desk, "Com Menter");
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
        assertThat(desk.getByTestId("comment-hidden")).isVisible(visibly());
        picture(desk, "desk-comments");
    }

    @Test
    void aMessageThatThePolicyRefusesIsNotOffered() {
        var desk = windows.agent("fr-FR", "alice");
        var customer = Customer.named(pupitre.base, "Late Lee");

        writes(
                customer,
                Map.of(
                        "text",
                        "An old question",
                        "timestamp",
                        Instant.now().minus(Duration.ofHours(30)).toString()));
        opened(desk, "Late Lee");

        assertThat(desk.getByTestId("policy-refused")).isVisible(visibly());
        assertThat(desk.getByTestId("composer")).hasCount(0, counting());
        picture(desk, "desk-refused-fr");

        writes(customer, Map.of("text", "Are you there?"));
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
    }

    @Test
    void aMessageThatMetaRefusesSaysWhyAndCanBeDiscarded() {
        var desk = windows.agent("en-GB", "alice");
        var customer = Customer.named(pupitre.base, "Shut Window");
        writes(customer, Map.of("text", "Hello"));
        opened(desk, "Shut Window");
        sandbox.put("/sandbox/api/customers/" + customer.id + "/window", Map.of("hoursAgo", 30));

        desk.getByTestId("composer").fill("Is it too late?");
        desk.getByTestId("send").click();

        var failed = desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText("Is it too late?"));
        assertThat(failed).hasAttribute("data-status", "FAILED", patiently());
        assertThat(failed.getByTestId("message-problem")).isVisible(visibly());
        picture(desk, "desk-failed");
        failed.getByTestId("message-discard").click();
        assertThat(failed).hasAttribute("data-status", "DISCARDED", patiently());
    }

    private void writes(Customer customer, Map<String, Object> message) {
        var answer = sandbox.post("/sandbox/api/customers/" + customer.id + "/messages", message);
        Assertions.assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    }

    private static void answer(Page desk, String way, String text) {
        desk.getByTestId(way).click();
        desk.getByTestId("composer").fill(text);
        desk.getByTestId("send").click();
        assertThat(desk.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text)))
                .isVisible(visibly());
    }

    private List<String> texts(String comments) {
        return sandbox.get(comments)
                .json()
                .valueStream()
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
