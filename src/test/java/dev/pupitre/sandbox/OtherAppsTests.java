package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.restfb.util.EncodingUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-overs, webhooks that come late, and what Meta asks about a person's data. */
@SandboxTest
class OtherAppsTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTROL = "api/customers/%s/thread-control".formatted(ADA);

    private final SandboxClient sandbox;

    OtherAppsTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void tellsHandOversAndWhatIsSaidMeanwhileInStandby() {
        sandbox.post(CONTROL, Map.of("action", "TAKE", "metadata", "mine"));
        sandbox.write(ADA, "to the other");
        sandbox.post("api/customers/%s/postbacks".formatted(ADA), Map.of("payload", "SECRET", "title", "Press"));
        sandbox.post(CONTROL, Map.of("action", "PASS"));
        sandbox.write(ADA, "to you");

        await().untilAsserted(() -> assertThat(RECEIVER.accepted()).hasSize(5));
        var taken = RECEIVER.events().getFirst().path("take_thread_control");
        assertThat(taken.path("previous_owner_app_id").asString()).isEqualTo("sandbox-app");
        assertThat(taken.path("new_owner_app_id").asString()).isEqualTo("400000000000001");
        assertThat(taken.path("metadata").asString()).isEqualTo("mine");
        assertThat(standby().getFirst().at("/message/text").asString()).isEqualTo("to the other");
        assertThat(standby().getLast().path("postback").has("payload")).isFalse();
        var passed = RECEIVER.events().get(1).path("pass_thread_control");
        assertThat(passed.path("new_owner_app_id").asString()).isEqualTo("sandbox-app");
        assertThat(RECEIVER.events().getLast().at("/message/text").asString()).isEqualTo("to you");
    }

    @Test
    void asksForAThreadAndLetsItGo() {
        sandbox.post(CONTROL, Map.of("action", "REQUEST"));
        sandbox.post(CONTROL, Map.of("action", "RELEASE"));

        await().untilAsserted(() -> assertThat(RECEIVER.events()).hasSize(2));
        assertThat(RECEIVER.events()
                        .getFirst()
                        .at("/request_thread_control/requested_owner_app_id")
                        .asString())
                .isEqualTo("400000000000001");
        assertThat(RECEIVER.events()
                        .getLast()
                        .at("/pass_thread_control/new_owner_app_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void letsOthersOvertakeALateWebhook() {
        sandbox.behave(Map.of("lateMillis", 600_000, "lateEvery", 2));

        List.of("one", "two", "three").forEach(text -> sandbox.write(ADA, text));

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("one", "three"));
    }

    @Test
    void keepsTheOrderWhenAllAreLateAndRepeatsOnlySome() {
        sandbox.behave(Map.of("lateMillis", 100, "copies", 2, "copyEvery", 3));

        IntStream.rangeClosed(1, 4).forEach(number -> sandbox.write(ADA, "" + number));

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("1", "2", "3", "3", "4"));
    }

    /** The signature is judged by another implementation than the sandbox's own. */
    @Test
    void signsARequestForDeletionAndTellsWhatWasAnswered() throws IOException {
        var form = new AtomicReference<>("");
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/delete", exchange -> {
            form.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        receiver.start();
        try {
            var url =
                    "http://localhost:%d/delete".formatted(receiver.getAddress().getPort());

            var answer = sandbox.post("api/data-deletion", Map.of("customer", ADA, "url", url));

            assertThat(answer.text("/body")).isEqualTo("ok");
            assertThat(answer.body().path("status").asInt()).isEqualTo(202);
            var signed = form.get().substring("signed_request=".length());
            var payload = signed.substring(signed.indexOf('.') + 1);
            var signature = Base64.getUrlDecoder().decode(signed.substring(0, signed.indexOf('.')));
            assertThat(HexFormat.of().formatHex(signature))
                    .isEqualTo(EncodingUtils.encodeAppSecretProof("sandbox-secret", payload));
            assertThat(JSON.readTree(Base64.getUrlDecoder().decode(payload))
                            .path("user_id")
                            .asString())
                    .isEqualTo(ADA);
        } finally {
            receiver.stop(0);
        }
    }

    private static List<JsonNode> standby() {
        return RECEIVER.accepted().stream()
                .flatMap(body -> JSON.readTree(body).path("entry").valueStream())
                .flatMap(entry -> entry.path("standby").valueStream())
                .toList();
    }
}
