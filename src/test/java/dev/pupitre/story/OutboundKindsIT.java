package dev.pupitre.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every kind of answer over HTTP, through the real process, to the customer in the sandbox. */
class OutboundKindsIT {

    /** One grey pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession sandbox = new HttpSession(pupitre.base);

    @BeforeEach
    void come() {
        alice.is("ONLINE");
    }

    @AfterEach
    void leave() {
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
        alice.is("OFFLINE");
    }

    @Test
    void aLongTextGoesInPartsWithItsChoicesAtTheEnd() {
        var customer = Customer.named(pupitre.base, "Long");
        var id = given(customer);
        var text = String.join(
                " ", IntStream.range(0, 900).mapToObj("%04d"::formatted).toList());

        assertThat(say(id, Map.of("text", text))).returns(400, Answer::status);
        var answer = say(
                id,
                Map.of("text", text, "split", true, "quickReplies", List.of(Map.of("title", "Oui", "payload", "YES"))));

        assertThat(answer).returns(202, Answer::status);
        await().until(() -> fromPage(customer).size() == 3);
        assertThat(String.join(" ", texts(customer))).isEqualTo(text);
        assertThat(fromPage(customer)
                        .getLast()
                        .get("quickReplies")
                        .get(0)
                        .get("payload")
                        .asString())
                .isEqualTo("YES");
        assertThat(fromPage(customer).getFirst().get("persona").get("name").asString())
                .startsWith("Alice");
        await().until(() -> alice.conversation(id).get("firstResponseAt").isString());
    }

    @Test
    void aPictureIsUploadedAndSentAfterItsText() throws Exception {
        var customer = Customer.named(pupitre.base, "Picture");
        var id = given(customer);

        var uploaded = upload(id, "plan.png", PICTURE);
        assertThat(uploaded).returns(201, Answer::status);
        assertThat(uploaded.json().get("type").asString()).isEqualTo("IMAGE");
        say(
                id,
                Map.of(
                        "text",
                        "Voici",
                        "attachments",
                        List.of(uploaded.json().get("id").asString())));

        await().until(() -> fromPage(customer).size() == 2);
        assertThat(texts(customer)).startsWith("Voici");
        assertThat(fromPage(customer)
                        .getLast()
                        .get("attachments")
                        .get(0)
                        .get("type")
                        .asString())
                .isEqualTo("image");
        assertThat(upload(id, "virus.exe", PICTURE))
                .returns(400, Answer::status)
                .satisfies(refused -> assertThat(
                                refused.json().at("/errors/0/code").asString())
                        .isEqualTo("FILE_KIND_NOT_TAKEN"));
        assertThat(upload(id, "empty.png", new byte[0])).returns(400, Answer::status);
    }

    @Test
    void cardsAndButtonsReachTheCustomer() {
        var customer = Customer.named(pupitre.base, "Template");
        var id = given(customer);
        var link = Map.of("kind", "LINK", "title", "Voir", "value", "https://shop.example/1");
        var order = Map.of("kind", "POSTBACK", "title", "Commander", "value", "ORDER");

        var mid = fromCustomer(customer).getFirst().get("mid").asString();
        say(
                id,
                Map.of(
                        "text",
                        "Que faire ?",
                        "replyTo",
                        mid,
                        "template",
                        Map.of("buttons", List.of(order), "cards", List.of())));
        say(
                id,
                Map.of(
                        "template",
                        Map.of(
                                "buttons",
                                List.of(),
                                "cards",
                                List.of(Map.of("title", "Gâteau", "buttons", List.of(link))))));

        await().until(() -> fromPage(customer).size() == 2);
        var first = fromPage(customer).getFirst();
        assertThat(first.get("replyTo").asString()).isEqualTo(mid);
        assertThat(first.get("template").get("buttons").get(0).get("payload").asString())
                .isEqualTo("ORDER");
        assertThat(fromPage(customer)
                        .getLast()
                        .get("template")
                        .get("elements")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Gâteau");
        assertThat(say(
                        id,
                        Map.of(
                                "template",
                                Map.of(
                                        "buttons",
                                        List.of(),
                                        "cards",
                                        List.of(Map.of("title", "x".repeat(81), "buttons", List.of()))))))
                .returns(400, Answer::status);
    }

    @Test
    void theAgentReactsWithASign() {
        var customer = Customer.named(pupitre.base, "Sign");
        var id = given(customer);
        var message = alice.messages(id).getFirst().get("id").asString();

        var answer = alice.http.put(path(id) + "/messages/" + message + "/reaction", Map.of("emoji", "❤"));

        assertThat(answer).returns(200, Answer::status);
        assertThat(answer.json().get("reactions").get(0).get("by").asString()).isEqualTo("AGENT");
        assertThat(fromCustomer(customer).getFirst().get("pageReaction").asString())
                .isEqualTo("❤");
        assertThat(alice.http.delete(path(id) + "/messages/" + message + "/reaction"))
                .returns(200, Answer::status);
        assertThat(fromCustomer(customer).getFirst().get("pageReaction").isNull())
                .isTrue();
        assertThat(alice.http.post(path(id) + "/typing", Map.of())).returns(204, Answer::status);
        assertThat(alice.http.post(path(id) + "/seen", Map.of())).returns(204, Answer::status);
    }

    private String given(Customer customer) {
        customer.writes("Bonjour");
        return alice.isGiven(customer);
    }

    private Answer say(String id, Map<String, Object> reply) {
        return alice.http.post(path(id) + "/messages", reply);
    }

    private Answer upload(String id, String name, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(name)
                        .getBytes(UTF_8));
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes(UTF_8));
        return alice.http.raw(
                path(id) + "/attachments",
                body.toByteArray(),
                Map.of("Content-Type", "multipart/form-data; boundary=b"));
    }

    private List<String> texts(Customer customer) {
        return fromPage(customer).stream()
                .map(message -> message.get("text").asString(""))
                .toList();
    }

    private List<JsonNode> fromPage(Customer customer) {
        return ofThread(customer, true);
    }

    private List<JsonNode> fromCustomer(Customer customer) {
        return ofThread(customer, false);
    }

    private List<JsonNode> ofThread(Customer customer, boolean fromPage) {
        return sandbox.get("/sandbox/api/customers/" + customer.id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("fromPage").asBoolean() == fromPage)
                .toList();
    }

    private static String path(String id) {
        return "/api/v1/conversations/" + id;
    }
}
