package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static dev.pupitre.webhook.WebhookFixture.sampleWith;
import static dev.pupitre.webhook.WebhookFixture.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.InboundEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd is counted, and spoils nothing beside it. */
class WebhookOdditiesTests {

    private final WebhookParts webhook = new WebhookParts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "\"soon\"",
                "null",
                "{}",
                "[1]",
                "1e300",
                "99999999999999999999",
                "9223372036854775807"
            })
    void takesTheTimeOfTheEntryWhereTheItemsIsNonsense(String timestamp) {
        assertThat(webhook.understands(sampleWith("text", "1763719200123", timestamp)))
                .singleElement()
                .returns(Instant.ofEpochMilli(1763719200500L), InboundEvent::at);
    }

    @Test
    void takesThePresentWhereNoTimeIsGiven() {
        var body = with(sampleWith("text", "1763719200123", "null"), "1763719200500", "\"\"");

        assertThat(webhook.understands(body)).singleElement().returns(WebhookParts.NOW, InboundEvent::at);
    }

    @Test
    void knowsARepeatOfWhatNoTimeIsGivenFor() {
        var body = with(sampleWith("postback-without-mid", "1763719200123", "null"), "1763719200500", "\"\"");
        var other = with(body, CUSTOMER, "7000000000000009");

        var first = webhook.understands(body).getFirst();
        webhook.later(Duration.ofMinutes(20));
        var again = webhook.understands(body).getFirst();

        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(webhook.understands(other))
                .singleElement()
                .returns(WebhookParts.NOW.plus(Duration.ofMinutes(20)), InboundEvent::at);
    }

    @Test
    void tellsEditsApartThatMetaDoesNotCount() {
        var first = sampleWith("edit", "\"num_edit\"", "\"other\"");
        var second = with(first, "1763719200123", "1763719260123");

        var key = webhook.understands(first).getFirst().key();

        assertThat(webhook.understands(first)).singleElement().returns(key, InboundEvent::key);
        assertThat(webhook.understands(second))
                .singleElement()
                .extracting(InboundEvent::key)
                .isNotEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "optin-without-sender, optin",
        "app-roles, app_roles",
        "game-play, game_play",
        "payment, payment",
        "template-status, template_status",
        "feed-like, feed",
        "reaction-of-unknown-action, malformed",
        "comment-without-id, malformed",
        "text-without-sender, malformed",
        "text-to-another-page, unknown_page",
        "test-button-other-page, unknown_page",
        "instagram, unknown_object",
        "permissions, unknown_object"
    })
    void countsTheRestByKind(String sample, String kind) {
        assertThat(webhook.understands(sample)).isEmpty();
        assertThat(webhook.ignored()).isEqualTo(kind + " 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7000 0001", "", "x:y", "<script>", "7000000000000001\\u0000"})
    void countsCustomersThatCannotBe(String customer) {
        assertThat(webhook.understands(sampleWith("text", CUSTOMER, customer))).isEmpty();
        assertThat(webhook.ignored()).isEqualTo("malformed 1");
    }

    @Test
    void countsIdentifiersThatAreTooLong() {
        var tooLong = "1".repeat(129);

        assertThat(webhook.understands(sampleWith("text", CUSTOMER, tooLong))).isEmpty();
        assertThat(webhook.understands(sampleWith("text", PAGE.value(), tooLong)))
                .isEmpty();
        assertThat(webhook.ignored()).isEqualTo("malformed 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "hello", "{\"object\":\"page\",}", "[[[[", "\uFEFF"})
    void countsWhatIsNoJson(String body) {
        assertThat(webhook.understands(body.getBytes(UTF_8))).isEmpty();
        assertThat(webhook.total()).isEqualTo(1);
    }

    @Test
    void countsNestingThatIsTooDeepAndBytesThatAreNoText() {
        webhook.understands(("{\"object\":" + "[".repeat(100_000)).getBytes(UTF_8));
        webhook.understands(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});

        assertThat(webhook.ignored()).isEqualTo("broken 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "17",
                "\"page\"",
                "{}",
                "{\"object\":{}}",
                "{\"object\":\"page\"}",
                "{\"object\":\"page\",\"entry\":null}",
                "{\"object\":\"page\",\"entry\":7}",
                "{\"object\":\"page\",\"entry\":[null,1,\"x\",[],{}]}",
                "{\"object\":\"page\",\"entry\":[{\"messaging\":{}}]}",
                "{\"object\":\"page\",\"entry\":[{\"messaging\":[[]],\"changes\":[null],\"standby\":\"x\"}]}"
            })
    void findsNothingInOddShapes(String body) {
        assertThat(webhook.understands(body.getBytes(UTF_8))).isEmpty();
    }
}
