package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static dev.pupitre.webhook.WebhookFixture.connect;
import static dev.pupitre.webhook.WebhookFixture.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;

import com.mongodb.MongoTimeoutException;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.Inbox;
import dev.pupitre.page.Pages;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;

@WebhookTest
class WebhookControllerTests {
    private static final byte[] TEXT = sample("text");

    private final Inbox inbox;
    private final Pages pages;
    private final MeterRegistry meters;
    private final WebhookClient meta;
    private final int port;

    WebhookControllerTests(Inbox inbox, Pages pages, MeterRegistry meters, @LocalServerPort int port) {
        this.inbox = inbox;
        this.pages = pages;
        this.meters = meters;
        this.meta = new WebhookClient(port);
        this.port = port;
    }

    @BeforeEach
    void connectThePage() {
        reset(inbox, pages);
        connect(pages);
    }

    @Test
    void storesWhatTheCustomerWroteBeforeItAnswers() {
        var answer = meta.post(TEXT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("EVENT_RECEIVED");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        then(inbox)
                .should()
                .accept(List.of(new MessageReceived(
                        PAGE, CUSTOMER, Instant.ofEpochMilli(1763719200123L), "m_text1", "Bonjour, où êtes-vous ?")));
    }

    @Test
    void echoesTheChallengeOfAVerification() {
        var answer = meta.get("?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1",
                "?hub.mode=subscribe&hub.challenge=1",
                "?hub.mode=unsubscribe&hub.verify_token=verify-me&hub.challenge=1",
                "?hub.mode=subscribe&hub.verify_token=verify-me",
                "?hub_mode=subscribe&hub_verify_token=verify-me&hub_challenge=1"
            })
    void refusesAnyOtherVerification(String query) {
        var answer = meta.get(query);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void acceptsTheSignatureOfAnotherImplementation() {
        var body = new String(TEXT, UTF_8);

        var answer = meta.post(TEXT, "sha256=" + WebhookClient.hmacByRestFb(body));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=zz",
                "sha1=8e4b7a9a3f5e0c1d2b3a49586776655443322110",
                "sha256=0000000000000000000000000000000000000000000000000000000000000000",
                "sha256=gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg"
            })
    void refusesAWrongSignatureAndStoresNothing(String signature) {
        var before = refused("wrong_signature");

        var answer = meta.post(TEXT, signature);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(refused("wrong_signature")).isEqualTo(before + 1);
        then(inbox).should(never()).accept(any());
    }

    @Test
    void refusesABodyThatIsNotTheOneThatWasSigned() {
        var forged = new String(TEXT, UTF_8).replace("Bonjour", "Bonsoir").getBytes(UTF_8);

        var answer = meta.post(forged, "sha256=" + WebhookClient.hmac(TEXT));

        assertThat(answer.statusCode()).isEqualTo(403);
        then(inbox).should(never()).accept(any());
    }

    @Test
    void refusesACallWithoutASignature() {
        var before = refused("unsigned");

        var answer = meta.postUnsigned(new String(TEXT, UTF_8));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(refused("unsigned")).isEqualTo(before + 1);
        then(inbox).should(never()).accept(any());
    }

    @Test
    void takesABodyOfOneMegabyteWithOrWithoutItsLength() {
        var body = WebhookFixture.textOfLength(WebhookBody.LIMIT);

        assertThat(meta.post(body).statusCode()).isEqualTo(200);
        assertThat(meta.postInChunks(body).statusCode()).isEqualTo(200);
        then(inbox).should(times(2)).accept(any());
    }

    @Test
    void takesASmallBodyInChunks() {
        assertThat(meta.postInChunks(TEXT).statusCode()).isEqualTo(200);
        then(inbox).should().accept(any());
    }

    @Test
    void refusesALargerBodyWithoutReadingIt() {
        var answer = meta.post(WebhookFixture.textOfLength(WebhookBody.LIMIT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        then(inbox).should(never()).accept(any());
    }

    @Test
    void refusesALargerBodyThatDoesNotTellItsLength() {
        var answer = meta.postInChunks(WebhookFixture.textOfLength(WebhookBody.LIMIT + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        then(inbox).should(never()).accept(any());
    }

    @Test
    void asksForARepeatWhileTheStoreIsDown() {
        for (var down : List.of(new DataAccessResourceFailureException("down"), new MongoTimeoutException("down"))) {
            willThrow(down).given(inbox).accept(any());

            var answer = meta.post(TEXT);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void survivesACallThatBreaksOff() throws IOException {
        var before = refused("broken_off");
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            "POST /webhooks/meta HTTP/1.1\r\nHost: localhost\r\nX-Hub-Signature-256: sha256=00\r\nContent-Length: 500\r\n\r\n{"
                                    .getBytes(UTF_8));
        }

        await().until(() -> refused("broken_off") == before + 1);

        assertThat(meta.post(TEXT).statusCode()).isEqualTo(200);
    }

    private double refused(String reason) {
        return meters.get("pupitre.webhook.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }
}
