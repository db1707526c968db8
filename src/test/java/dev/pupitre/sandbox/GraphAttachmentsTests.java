package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static dev.pupitre.sandbox.SandboxClient.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files, templates and personas that the Page sends, within Meta's limits. */
@SandboxTest
class GraphAttachmentsTests {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final String RECIPIENT = "{\"id\":\"%s\"}".formatted(ADA);

    private final SandboxClient sandbox;

    GraphAttachmentsTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void takesAnUploadOnceAndSendsItAgainUntilItsIdExpires() {
        var sent = upload("me/messages", "image", "image/png", PNG);
        var id = sent.text("/attachment_id");

        assertThat(sent.text("/message_id")).startsWith("m_");
        assertThat(again(id).status()).isEqualTo(200);
        var echoed = await().until(RECEIVER::events, events -> events.size() >= 4)
                .get(2)
                .at("/message/attachments/0");
        assertThat(echoed.path("type").asString()).isEqualTo("image");
        assertThat(sandbox.fetch(echoed.at("/payload/url").asString()).body()).isEqualTo(PNG);

        sandbox.delete("api/attachments");

        assertThat(again(id).subcode()).isEqualTo(2018074);
    }

    @Test
    void takesTwentyFiveMegabytesAndNotMore() {
        assertThat(upload("me/message_attachments", "file", "application/pdf", new byte[25 << 20])
                        .text("/attachment_id"))
                .isNotBlank();
        assertThat(upload("me/message_attachments", "file", "application/pdf", new byte[(25 << 20) + 1])
                        .subcode())
                .isEqualTo(2018109);
        assertThat(upload("me/message_attachments", "file", "application/pdf", new byte[31 << 20])
                        .subcode())
                .isEqualTo(2018109);
        assertThat(upload("me/message_attachments", "image", "text/plain", PNG).subcode())
                .isEqualTo(2018047);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | {"text":"t","quick_replies":[{"content_type":"text","title":"12345678901234567890","payload":"p"}]}
            false | {"text":"t","quick_replies":[{"content_type":"text","title":"123456789012345678901","payload":"p"}]}
            false | {"text":"t","attachment":{"type":"image","payload":{"url":"https://example.com/a.png"}}}
            false | {"attachment":{"type":"image","payload":{"url":"ftp://example.com/a.png"}}}
            false | {"attachment":{"type":"hologram","payload":{"url":"https://example.com/a.png"}}}
            true  | {"attachment":{"type":"template","payload":{"template_type":"button","text":"t","buttons":[{"type":"postback","title":"b","payload":"p"}]}}}
            false | {"attachment":{"type":"template","payload":{"template_type":"button","text":"t","buttons":[]}}}
            false | {"attachment":{"type":"template","payload":{"template_type":"button","text":"t","buttons":[{"type":"postback","title":"b"}]}}}
            true  | {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"e"}]}}}
            false | {"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"subtitle":"e"}]}}}
            """)
    void knowsTheLimitsOfWhatCanBeSent(boolean taken, String message) {
        var answer = sandbox.call(
                "POST",
                "graph/v25.0/me/messages?access_token=" + TOKEN,
                "{\"recipient\":%s,\"message\":%s}".formatted(RECIPIENT, message));

        assertThat(answer.status()).isEqualTo(taken ? 200 : 400);
        assertThat(answer.code()).isEqualTo(taken ? 0 : 100);
    }

    @Test
    void takesThirteenQuickRepliesAndNotMore() {
        var reply = Map.of("content_type", "text", "title", "t", "payload", "p");

        assertThat(withReplies(Collections.nCopies(13, reply)).status()).isEqualTo(200);
        assertThat(withReplies(Collections.nCopies(14, reply)).code()).isEqualTo(100);
    }

    @Test
    void writesUnderThePersonasNameWhileThereIsOne() {
        var persona = sandbox.graph(
                        "POST",
                        "me/personas",
                        Map.of("name", "Alice", "profile_picture_url", "https://example.com/a.png"))
                .text("/id");
        var message =
                Map.of("recipient", Map.of("id", ADA), "persona_id", persona, "message", Map.of("text", "It is me"));

        assertThat(sandbox.graph("POST", "me/messages", message).status()).isEqualTo(200);
        assertThat(sandbox.messages(ADA).getFirst().at("/persona/name").asString())
                .isEqualTo("Alice");
        sandbox.graph("DELETE", persona, Map.of());
        assertThat(sandbox.graph("POST", "me/messages", message).code()).isEqualTo(100);
        assertThat(sandbox.graph(
                                "POST",
                                "me/personas",
                                Map.of("name", "a".repeat(51), "profile_picture_url", "https://example.com/a.png"))
                        .code())
                .isEqualTo(100);
    }

    private SandboxClient.Answer again(String id) {
        return sandbox.graph(
                "POST",
                "me/messages",
                Map.of(
                        "recipient",
                        Map.of("id", ADA),
                        "message",
                        Map.of("attachment", Map.of("type", "image", "payload", Map.of("attachment_id", id)))));
    }

    private SandboxClient.Answer withReplies(Object replies) {
        return sandbox.graph(
                "POST",
                "me/messages",
                Map.of("recipient", Map.of("id", ADA), "message", Map.of("text", "t", "quick_replies", replies)));
    }

    private SandboxClient.Answer upload(String edge, String type, String contentType, byte[] content) {
        return sandbox.upload(
                "graph/v25.0/%s?access_token=%s".formatted(edge, TOKEN),
                Map.of(
                        "recipient",
                        RECIPIENT,
                        "message",
                        "{\"attachment\":{\"type\":\"%s\",\"payload\":{\"is_reusable\":true}}}".formatted(type)),
                "filedata",
                "file.bin",
                contentType,
                content);
    }
}
