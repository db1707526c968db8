package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFixture.PAGE;
import static dev.pupitre.graph.GraphStub.error;
import static dev.pupitre.graph.GraphStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.graph.OutboundMessage.Purpose;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire for each kind of call, by Meta's reference. */
@ExtendWith(OutputCaptureExtension.class)
class GraphCallsTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACCEPTED = "{\"recipient_id\":\"42\",\"message_id\":\"m_abc\"}";
    private static final OutboundMessage.Customer CUSTOMER = new OutboundMessage.Customer("42");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GraphUsage usage = new GraphUsage(meters, Clock.systemUTC());
    private GraphStub stub;
    private GraphHttp http;
    private GraphClients clients;

    @BeforeEach
    void start() throws IOException {
        stub = new GraphStub();
        var settings = stub.settings(Duration.ofSeconds(10));
        http = new GraphHttp(settings);
        clients = new GraphClients(http, settings, usage, meters);
        stub.answersWith(json(200, ACCEPTED));
    }

    @AfterEach
    void stop() {
        http.close();
        stub.close();
    }

    @Test
    void tagsAHumansLateAnswer() {
        send(Purpose.HUMAN_AGENT, CUSTOMER, new OutboundMessage.Text("Hi"), "mid-1", "p-1");

        assertThat(call().parameters())
                .containsEntry("messaging_type", "MESSAGE_TAG")
                .containsEntry("tag", "HUMAN_AGENT")
                .containsEntry("reply_to", "{\"mid\":\"mid-1\"}")
                .containsEntry("persona_id", "p-1");
    }

    @Test
    void doesNotTagWhatIsInTime() {
        send(Purpose.UPDATE, CUSTOMER, new OutboundMessage.Text("Hi"), null, null);

        assertThat(call().parameters())
                .containsEntry("messaging_type", "UPDATE")
                .doesNotContainKeys("tag", "reply_to", "persona_id");
    }

    @Test
    void answersACommenterPrivately() {
        send(Purpose.RESPONSE, new OutboundMessage.Commenter("1_2"), new OutboundMessage.Text("Hi"), null, null);

        assertThat(call().parameters()).containsEntry("recipient", "{\"comment_id\":\"1_2\"}");
    }

    @Test
    void asksWhichCommentAReplyAnswers() {
        var comments = new GraphComments(clients);
        stub.answersWith(json(200, "{\"id\":\"1_3\",\"parent\":{\"id\":\"1_2\",\"message\":\"Prix ?\"}}"));
        assertThat(comments.parent(PAGE, "1_3")).hasValue("1_2");
        assertThat(call().parameters()).containsEntry("fields", "parent");

        stub.answersWith(json(200, "{\"id\":\"1_2\"}"));
        assertThat(comments.parent(PAGE, "1_2")).isEmpty();
    }

    @Test
    void namesAFileByItsNumber() {
        send(Purpose.RESPONSE, CUSTOMER, new OutboundMessage.File(FileType.VIDEO, "777"), null, null);

        assertThat(message().get("attachment").get("type").asString()).isEqualTo("video");
        assertThat(message()
                        .get("attachment")
                        .get("payload")
                        .get("attachment_id")
                        .asString())
                .isEqualTo("777");
        assertThat(message().get("metadata").asString()).isEqualTo("m-1");
    }

    @Test
    void buildsTemplates() {
        var link = new OutboundMessage.Link("Voir", "https://shop.example");
        var order = new OutboundMessage.Postback("Commander", "ORDER");
        send(Purpose.RESPONSE, CUSTOMER, new OutboundMessage.Buttons("Et ?", List.of(link, order)), null, null);

        var buttons = message().get("attachment").get("payload");
        assertThat(buttons.get("template_type").asString()).isEqualTo("button");
        assertThat(buttons.get("buttons").get(0).get("type").asString()).isEqualTo("web_url");
        assertThat(buttons.get("buttons").get(1).get("payload").asString()).isEqualTo("ORDER");

        var card = new OutboundMessage.Card("Gâteau", "12 €", null, "https://shop.example/1", List.of(link));
        send(Purpose.RESPONSE, CUSTOMER, new OutboundMessage.Cards(List.of(card)), null, null);
        var cards = message().get("attachment").get("payload");
        assertThat(cards.get("template_type").asString()).isEqualTo("generic");
        assertThat(cards.get("elements").get(0).get("default_action").get("url").asString())
                .isEqualTo("https://shop.example/1");
    }

    @Test
    void uploadsAFileWithItsSizeToldBeforehand() {
        stub.answersWith(json(200, "{\"attachment_id\":\"777\"}"));
        var bytes = new byte[100_000];
        var file = new GraphFiles.Upload(
                FileType.IMAGE, "pl\"an.png", "image/png", bytes.length, () -> new ByteArrayInputStream(bytes));

        assertThat(new GraphFiles(clients).upload(PAGE, file)).isEqualTo("777");

        assertThat(call().path()).endsWith("/message_attachments");
        assertThat(call().parameters().get("multipart"))
                .contains("name=\"message\"", "\"is_reusable\":true", "name=\"filedata\"; filename=\"pl_an.png\"")
                .hasSizeGreaterThan(bytes.length);
    }

    @Test
    void findsAnAnswerOfThePageThatNobodyConfirmed() {
        stub.answersWith(json(200, """
                {"data": [
                 {"id": "9", "message": "Merci", "from": {"id": "7"}, "created_time": "2026-11-21T10:00:05+0000"},
                 {"id": "8", "message": "Merci", "from": {"id": "%1$s"}, "created_time": "2026-11-21T10:00:04+0000"},
                 {"id": "7", "message": "Merci ", "from": {"id": "%1$s"}, "created_time": "2026-11-21T10:00:03+0000"},
                 {"id": "6", "message": "Merci", "from": {"id": "%1$s"}, "created_time": "2026-11-21T09:00:00+0000"}
                ]}""".formatted(PAGE.page())));
        var comments = new GraphComments(clients);
        var since = Instant.parse("2026-11-21T10:00:00Z");

        assertThat(comments.find(PAGE, "1_2", "Merci", since, Set.of("8"))).hasValue("7");
        assertThat(comments.find(PAGE, "1_2", "Merci", since, Set.of("7", "8"))).isEmpty();
        assertThat(comments.find(PAGE, "1_2", "Bonjour", since, Set.of())).isEmpty();
    }

    @Test
    void looksAfterComments() {
        stub.answersWith(json(200, "{\"success\":true,\"id\":\"1_3\"}"));
        var comments = new GraphComments(clients);

        assertThat(comments.answer(PAGE, "1_2", "Merci")).isEqualTo("1_3");
        comments.hide(PAGE, "1_2", true);
        comments.like(PAGE, "1_2");
        comments.unlike(PAGE, "1_2");
        comments.delete(PAGE, "1_2");

        assertThat(stub.calls())
                .extracting(call -> call.method() + " " + call.path().replaceAll(".*/v25.0", ""))
                .containsExactly(
                        "POST /1_2/comments", "POST /1_2", "POST /1_2/likes", "DELETE /1_2/likes", "DELETE /1_2");
    }

    @Test
    void givesSignsAndHandsThreadsOver() {
        var threads = new GraphThreads(clients);
        threads.typing(PAGE, "42", "p-1");
        threads.react(PAGE, "42", "mid-1", "❤");
        threads.pass(PAGE, "42", "263902037430900");

        assertThat(stub.calls().get(0).parameters())
                .containsEntry("sender_action", "typing_on")
                .containsEntry("persona_id", "p-1");
        assertThat(stub.calls().get(1).parameters()).containsEntry("sender_action", "react");
        assertThat(JSON.readTree(stub.calls().get(1).parameters().get("payload")))
                .isEqualTo(JSON.readTree("{\"message_id\":\"mid-1\",\"reaction\":\"❤\"}"));
        assertThat(stub.calls().get(2).path()).endsWith("/pass_thread_control");
        assertThat(stub.calls().get(2).parameters()).containsEntry("target_app_id", "263902037430900");
    }

    @Test
    void knowsWhenAPersonaIsGone() {
        var personas = new GraphPersonas(clients);
        stub.answersWith(json(200, "{\"id\":\"5\"}"));
        assertThat(personas.create(PAGE, "Alice", URI.create("https://desk.example/alice.png")))
                .isEqualTo("5");
        assertThat(personas.exists(PAGE, "5")).isTrue();

        stub.answersWith(error(400, 100, 33));

        assertThat(personas.exists(PAGE, "5")).isFalse();
    }

    @Test
    void hearsHowFullTheLimitsAre(CapturedOutput output) {
        usageHeader("X-App-Usage", "{\"call_count\":10,\"total_time\":25,\"total_cputime\":5}");
        assertThat(usage.percent(PAGE.page())).isEqualTo(25);

        usageHeader("X-Business-Use-Case-Usage", """
                {"1":[{"type":"messenger","call_count":80,"total_cputime":3,"total_time":4,"estimated_time_to_regain_access":0}]}""");
        assertThat(usage.percent(PAGE.page())).isEqualTo(80);
        assertThat(output).contains("80 % used");
        assertThat(meters.get("pupitre.graph.usage")
                        .tag("of", PAGE.page().value())
                        .gauge()
                        .value())
                .isEqualTo(80);

        usageHeader("X-Business-Use-Case-Usage", """
                {"1":[{"type":"messenger","call_count":1,"total_cputime":3,"total_time":4,"estimated_time_to_regain_access":5}]}""");
        assertThat(usage.percent(PAGE.page())).isEqualTo(100);
        usageHeader("X-Page-Usage", "nonsense");
        assertThat(usage.percent(PAGE.page())).isEqualTo(100);
    }

    @Test
    void writesDownWhatMetasSupportAsksForAndNoSecret(CapturedOutput output) {
        stub.answersWith(error(400, 10, 1893063));

        try {
            send(Purpose.RESPONSE, CUSTOMER, new OutboundMessage.Text("Hi"), null, null);
        } catch (GraphFailure expected) {
            assertThat(expected.kind()).isEqualTo(GraphFailure.Kind.PAGE_RESTRICTED);
        }

        assertThat(output)
                .contains("10/1893063", "fbtrace_id AbCdEf")
                .doesNotContain(GraphFixture.TOKEN, GraphFixture.SECRET);
    }

    private void usageHeader(String name, String value) {
        stub.answersWith(exchange -> {
            exchange.getResponseHeaders().set(name, value);
            json(200, ACCEPTED).answer(exchange);
        });
        send(Purpose.RESPONSE, CUSTOMER, new OutboundMessage.Text("Hi"), null, null);
    }

    private void send(
            Purpose purpose,
            OutboundMessage.Recipient recipient,
            OutboundMessage.Content content,
            @Nullable String replyTo,
            @Nullable String persona) {
        new GraphApi(clients)
                .send(PAGE, new OutboundMessage(recipient, purpose, content, List.of(), replyTo, persona, "m-1"));
    }

    private GraphStub.Call call() {
        return stub.calls().getLast();
    }

    private JsonNode message() {
        return JSON.readTree(call().parameters().get("message"));
    }
}
