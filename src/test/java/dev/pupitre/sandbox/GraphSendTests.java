package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.PAGE;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static dev.pupitre.sandbox.SandboxClient.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.User;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.Message;
import com.restfb.types.send.MessagingType;
import com.restfb.types.send.SendResponse;
import com.restfb.types.send.SenderActionEnum;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The well-known client has to find what it finds at Meta. */
@SandboxTest
class GraphSendTests {
    private final SandboxClient sandbox;
    private final FacebookClient facebook;

    GraphSendTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
        facebook = facebook(TOKEN, "sandbox-secret");
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @Test
    void echoesAndDeliversWhatThePageSends() {
        var answer = send("Voilà", "our-id");

        assertThat(answer.getRecipientId()).isEqualTo(ADA);
        var events = await().until(RECEIVER::events, arrived -> arrived.size() == 2);
        var echo = events.getFirst();
        assertThat(echo.at("/sender/id").asString()).isEqualTo(PAGE);
        assertThat(echo.at("/recipient/id").asString()).isEqualTo(ADA);
        assertThat(echo.at("/message/is_echo").booleanValue()).isTrue();
        assertThat(echo.at("/message/app_id").asString()).isEqualTo("sandbox-app");
        assertThat(echo.at("/message/metadata").asString()).isEqualTo("our-id");
        assertThat(echo.at("/message/mid").asString()).isEqualTo(answer.getMessageId());
        assertThat(echo.at("/message/text").asString()).isEqualTo("Voilà");
        var delivery = events.getLast();
        assertThat(delivery.at("/sender/id").asString()).isEqualTo(ADA);
        assertThat(delivery.at("/delivery/mids/0").asString()).isEqualTo(answer.getMessageId());
        assertThat(delivery.at("/delivery/watermark").asLong())
                .isEqualTo(echo.path("timestamp").asLong());
    }

    @Test
    void tellsThatTheCustomerHasReadOnceTheyLook() {
        send("One", "1");
        var last = send("Two", "2");
        assertThat(sandbox.get("api/customers").body().get(0).path("unread").asInt())
                .isEqualTo(2);

        sandbox.call("POST", "api/customers/%s/read".formatted(ADA), "");
        sandbox.call("POST", "api/customers/%s/read".formatted(ADA), "");

        var reads = await().until(() -> eventsWith("read"), found -> !found.isEmpty());
        var sent = sandbox.sent().getLast();
        assertThat(sent.path("mid").asString()).isEqualTo(last.getMessageId());
        assertThat(reads.getFirst().at("/read/watermark").asLong())
                .isEqualTo(Instant.parse(sent.path("at").asString()).toEpochMilli());
        sandbox.write(ADA, "done");
        await().untilAsserted(() -> assertThat(RECEIVER.texts()).contains("done"));
        assertThat(eventsWith("read")).hasSize(1);
        assertThat(sandbox.sent())
                .allSatisfy(message ->
                        assertThat(message.path("read").booleanValue()).isTrue());
    }

    @Test
    void readsAtOnceAndLeavesOutWebhooksWhenTold() {
        sandbox.behave(Map.of("reads", true, "echoes", false, "deliveries", false));

        send("Quick", "1");

        var events = await().until(RECEIVER::events, arrived -> !arrived.isEmpty());
        assertThat(events)
                .hasSize(1)
                .allSatisfy(event -> assertThat(event.has("read")).isTrue());
    }

    @Test
    void keepsEchoesAndCustomersMessagesInTheOrderOfTheThread() {
        sandbox.behave(Map.of("deliveries", false));
        RECEIVER.refuseNext(500, 503);

        sandbox.write(ADA, "question");
        send("answer", "1");
        sandbox.write(ADA, "thanks");

        await().untilAsserted(() -> assertThat(RECEIVER.texts()).containsExactly("question", "answer", "thanks"));
        assertThat(RECEIVER.events().stream()
                        .map(event -> event.path("timestamp").asLong()))
                .isSorted();
    }

    @Test
    void takesSignsOfPresence() {
        sandbox.write(ADA, "hello?");

        facebook.publish(
                "me/messages",
                SendResponse.class,
                Parameter.with("recipient", new IdMessageRecipient(ADA)),
                Parameter.with("sender_action", SenderActionEnum.mark_seen));

        assertThat(sandbox.messages(ADA).getFirst().path("read").booleanValue()).isTrue();
        assertThat(sandbox.sent()).isEmpty();
    }

    @Test
    void takesAJsonBodyWithABearerToken() throws Exception {
        var request = sandbox.request("graph/v26.0/%s/messages".formatted(PAGE))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(
                        "{\"recipient\":{\"id\":7000000000000001},\"message\":{\"text\":\"As JSON\"}}"))
                .build();

        var answer = sandbox.exchange(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sandbox.messages(ADA).getFirst().path("text").asString()).isEqualTo("As JSON");
    }

    @Test
    void tellsWhoTheCustomerIs() {
        var ada = facebook.fetchObject(ADA, User.class, Parameter.with("fields", "first_name,last_name,profile_pic"));

        assertThat(ada.getFirstName()).isEqualTo("Ada");
        assertThat(ada.getLastName()).isEqualTo("Exemple");
    }

    @Test
    void refusesAWrongTokenAndAWrongProof() {
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> send(facebook("stolen", "sandbox-secret"), "Hi", "1"))
                .returns(190, FacebookOAuthException::getErrorCode);
        assertThatExceptionOfType(FacebookOAuthException.class)
                .isThrownBy(() -> send(facebook(TOKEN, "wrong-secret"), "Hi", "1"))
                .returns(100, FacebookOAuthException::getErrorCode);
        assertThat(sandbox.sent()).isEmpty();
    }

    @Test
    void tellsWhatATokenIsGoodFor() {
        assertThat(facebook.debugToken(TOKEN).isValid()).isTrue();
        var stolen = sandbox.get("graph/v25.0/debug_token?input_token=stolen&access_token=" + TOKEN)
                .body();
        assertThat(stolen.at("/data/is_valid").booleanValue()).isFalse();
        assertThat(stolen.at("/data/error/code").asInt()).isEqualTo(190);
    }

    private SendResponse send(String text, String metadata) {
        return send(facebook, text, metadata);
    }

    private static SendResponse send(FacebookClient client, String text, String metadata) {
        var message = new Message(text);
        message.setMetadata(metadata);
        return client.publish(
                "me/messages",
                SendResponse.class,
                Parameter.with("recipient", new IdMessageRecipient(ADA)),
                Parameter.with("message", message),
                Parameter.with("messaging_type", MessagingType.RESPONSE));
    }

    private List<JsonNode> eventsWith(String key) {
        return RECEIVER.events().stream().filter(event -> event.has(key)).toList();
    }

    private FacebookClient facebook(String token, String secret) {
        var client = new DefaultFacebookClient(token, secret, Version.LATEST);
        client.setFacebookEndpointUrls(new FacebookEndpoints() {
            @Override
            public String getGraphEndpoint() {
                return sandbox.address("graph");
            }
        });
        return client;
    }
}
