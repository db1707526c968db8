package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a customer can do arrives at the webhook in Meta's shapes. */
@SandboxTest
class CustomerEventsTests {
    private static final String AT_ADA = "api/customers/" + ADA;

    private final SandboxClient sandbox;

    CustomerEventsTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio", "video", "file"})
    void sendsASampleFileThatCanBeFetched(String type) {
        write(Map.of("attachments", List.of(Map.of("type", type))));

        var attachment = event().at("/message/attachments/0");
        assertThat(attachment.path("type").asString()).isEqualTo(type);
        var file = sandbox.fetch(attachment.at("/payload/url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isNotEmpty();
        assertThat(file.headers().firstValue("Content-Type").orElse(""))
                .startsWith(type.equals("file") ? "application/pdf" : type + "/");
    }

    @Test
    void sendsAnUploadedFileUnderItsName() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G'};

        sandbox.upload(AT_ADA + "/files", Map.of("text", "Look"), "file", "chat é.png", "image/png", png);

        var message = event().path("message");
        assertThat(message.path("text").asString()).isEqualTo("Look");
        assertThat(message.at("/attachments/0/type").asString()).isEqualTo("image");
        assertThat(sandbox.fetch(message.at("/attachments/0/payload/url").asString())
                        .body())
                .isEqualTo(png);
    }

    @Test
    void letsLinksExpire() {
        write(Map.of("attachments", List.of(Map.of("type", "video"))));
        var link = event().at("/message/attachments/0/payload/url").asString();

        assertThat(sandbox.fetch(link.replaceAll("oe=.*", "oe=1")).statusCode()).isEqualTo(403);
        assertThat(sandbox.fetch(link.replaceAll("\\?oe=.*", "")).statusCode()).isEqualTo(403);

        sandbox.behave(Map.of("linkSeconds", 0));
        write(Map.of("attachments", List.of(Map.of("type", "video"))));
        var expired =
                events(2).getLast().at("/message/attachments/0/payload/url").asString();
        assertThat(sandbox.fetch(expired).statusCode()).isEqualTo(403);
    }

    @Test
    void knowsStickersInBothForms() {
        write(Map.of("attachments", List.of(Map.of("type", "sticker"))));
        var now = event().at("/message/attachments/0");
        assertThat(now.path("type").asString()).isEqualTo("sticker");
        assertThat(now.at("/payload/sticker_id").isIntegralNumber()).isTrue();

        sandbox.behave(Map.of("stickers", "IMAGE"));
        write(Map.of("attachments", List.of(Map.of("type", "sticker"))));
        var before = events(2).getLast().path("message");
        assertThat(before.at("/attachments/0/type").asString()).isEqualTo("image");
        assertThat(before.path("sticker_id").isIntegralNumber()).isTrue();
    }

    @Test
    void sendsPlacesLinksProductsAndWhatNobodyKnows() {
        write(Map.of(
                "attachments",
                List.of(
                        Map.of("type", "location", "latitude", 48.85, "longitude", 2.35),
                        Map.of("type", "fallback", "url", "https://example.com/a", "title", "A"),
                        Map.of("type", "product"),
                        Map.of("type", "unsupported_type"),
                        Map.of("type", "reel", "payload", Map.of("reel_video_id", 1)))));

        var attachments = event().at("/message/attachments");
        assertThat(attachments.at("/0/payload/coordinates/lat").asDouble()).isEqualTo(48.85);
        assertThat(attachments.at("/0/payload/coordinates/long").asDouble()).isEqualTo(2.35);
        assertThat(attachments.at("/1/url").asString()).isEqualTo("https://example.com/a");
        assertThat(attachments.at("/1/payload").isNull()).isTrue();
        assertThat(attachments.at("/2/type").asString()).isEqualTo("template");
        assertThat(attachments.at("/2/payload/product/elements/0/title").asString())
                .isNotBlank();
        assertThat(attachments.get(3).has("payload")).isFalse();
        assertThat(attachments.at("/4/payload/reel_video_id").asInt()).isEqualTo(1);
    }

    @Test
    void pressesQuickRepliesAndAnswersAMessage() {
        write(Map.of("text", "Yes", "quickReply", "YES", "replyTo", "m_before"));

        assertThat(event().at("/message/quick_reply/payload").asString()).isEqualTo("YES");
        assertThat(event().at("/message/reply_to/mid").asString()).isEqualTo("m_before");
    }

    @Test
    void pressesButtonsAndGetStarted() {
        sandbox.post(AT_ADA + "/postbacks", Map.of("payload", "ORDER", "title", "Order"));
        sandbox.graph("POST", "me/messenger_profile", Map.of("get_started", Map.of("payload", "HELLO")));
        sandbox.post(AT_ADA + "/get-started", Map.of("referral", Map.of("ref", "flyer")));

        var events = events(2);
        assertThat(events.getFirst().at("/postback/title").asString()).isEqualTo("Order");
        assertThat(events.getFirst().at("/postback/payload").asString()).isEqualTo("ORDER");
        assertThat(events.getFirst().has("message")).isFalse();
        assertThat(events.getLast().at("/postback/payload").asString()).isEqualTo("HELLO");
        assertThat(events.getLast().at("/postback/referral/ref").asString()).isEqualTo("flyer");
    }

    @Test
    void comesBackByALinkOrAnAd() {
        sandbox.post(AT_ADA + "/referrals", Map.of("ref", "spring"));
        sandbox.post(AT_ADA + "/referrals", Map.of("adId", "6045", "adTitle", "Offer", "post", "1_2"));

        var link = events(2).getFirst().path("referral");
        assertThat(link.path("source").asString()).isEqualTo("SHORTLINK");
        assertThat(link.path("type").asString()).isEqualTo("OPEN_THREAD");
        var ad = events(2).getLast().path("referral");
        assertThat(ad.path("source").asString()).isEqualTo("ADS");
        assertThat(ad.at("/ads_context_data/ad_title").asString()).isEqualTo("Offer");
        assertThat(ad.at("/ads_context_data/post_id").asString()).isEqualTo("1_2");
    }

    @Test
    void editsAtMostFiveTimesAndTakesBack() {
        var mid = sandbox.write(ADA, "helo").path("mid").asString();
        var path = AT_ADA + "/messages/" + mid;

        IntStream.rangeClosed(1, 5).forEach(edit -> sandbox.put(path, Map.of("text", "hello " + edit)));

        assertThat(sandbox.put(path, Map.of("text", "hello 6")).status()).isEqualTo(409);
        assertThat(events(6).getLast().at("/message_edit/num_edit").asInt()).isEqualTo(5);
        assertThat(sandbox.delete(path).body().path("removed").booleanValue()).isTrue();
        assertThat(events(7).getLast().at("/message/is_deleted").booleanValue()).isTrue();
        assertThat(sandbox.messages(ADA).getFirst().path("text").asString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"👍, like", "❤️, love", "🦊, other"})
    void reactsAndNoLonger(String emoji, String name) {
        var path = AT_ADA
                + "/messages/%s/reaction"
                        .formatted(sandbox.write(ADA, "hi").path("mid").asString());

        sandbox.put(path, Map.of("emoji", emoji));
        sandbox.delete(path);

        var reaction = events(3).get(1).path("reaction");
        assertThat(reaction.path("emoji").asString()).isEqualTo(emoji);
        assertThat(reaction.path("reaction").asString()).isEqualTo(name);
        assertThat(reaction.path("action").asString()).isEqualTo("react");
        assertThat(events(3).getLast().at("/reaction/action").asString()).isEqualTo("unreact");
    }

    @Test
    void sendsAnyOtherEventOfAFieldThePageHears() {
        sandbox.post(
                AT_ADA + "/events",
                Map.of(
                        "field",
                        "messaging_optins",
                        "event",
                        Map.of("optin", Map.of("ref", "box")),
                        "timestamp",
                        1_790_000_000_000L));

        assertThat(event().at("/optin/ref").asString()).isEqualTo("box");
        assertThat(event().at("/sender/id").asString()).isEqualTo(ADA);
        assertThat(event().path("timestamp").asLong()).isEqualTo(1_790_000_000_000L);
    }

    @Test
    void showsWhatSomebodyWroteInMetasInbox() {
        sandbox.post(AT_ADA + "/inbox", Map.of("text", "From the inbox"));
        sandbox.post(AT_ADA + "/inbox", Map.of("text", "From nowhere", "app", ""));

        var echoes = events(4).stream().filter(event -> event.has("message")).toList();
        assertThat(echoes.getFirst().at("/message/app_id").asString()).isEqualTo("263902037430900");
        assertThat(echoes.getLast().at("/message/is_echo").booleanValue()).isTrue();
        assertThat(echoes.getLast().path("message").has("app_id")).isFalse();
        assertThat(sandbox.sent()).isEmpty();
    }

    @Test
    void tellsOnlyWhatThePageIsSubscribedTo() {
        sandbox.patch("api/pages/" + SandboxClient.PAGE, Map.of("subscribedFields", List.of("messages")));

        sandbox.post(AT_ADA + "/postbacks", Map.of("payload", "UNHEARD"));
        sandbox.write(ADA, "heard");

        assertThat(event().at("/message/text").asString()).isEqualTo("heard");
        assertThat(RECEIVER.events()).hasSize(1);
    }

    private void write(Map<String, Object> message) {
        assertThat(sandbox.post(AT_ADA + "/messages", message).status()).isEqualTo(202);
    }

    private static JsonNode event() {
        return events(1).getFirst();
    }

    private static List<JsonNode> events(int count) {
        return await().until(RECEIVER::events, events -> events.size() >= count);
    }
}
