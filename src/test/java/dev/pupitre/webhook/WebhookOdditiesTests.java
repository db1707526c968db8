package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static dev.pupitre.webhook.WebhookFixture.sampleWith;
import static dev.pupitre.webhook.WebhookFixture.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd is counted, and spoils nothing beside it. */
class WebhookOdditiesTests {
    private static final Instant AT = Instant.ofEpochMilli(1763719200123L);
    private static final Instant WATERMARK = Instant.ofEpochMilli(1763719199123L);

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
    void leavesACustomersWordsInStandbyToTheApplicationThatAnswers() {
        var events = webhook.understands("standby");

        assertThat(events)
                .containsExactly(
                        new MessageEchoed(PAGE, CUSTOMER, AT, "m_e", "Je réponds ailleurs", null, false),
                        new MessagesRead(PAGE, CUSTOMER, AT, WATERMARK));
        assertThat(webhook.ignored()).isEqualTo("standby 2");
    }

    @ParameterizedTest
    @CsvSource({
        "reaction, reaction",
        "edit, edit",
        "unsend, unsend",
        "referral, referral",
        "optin, optin",
        "optin-without-sender, optin",
        "pass-thread-control, thread_control",
        "take-thread-control, thread_control",
        "request-thread-control, thread_control",
        "app-roles, app_roles",
        "policy-enforcement, policy",
        "response-feedback, feedback",
        "account-linking, account_linking",
        "game-play, game_play",
        "payment, payment",
        "feed-comment, feed",
        "mention, mention",
        "template-status, template_status",
        "unheard-of, other",
        "unheard-of-change, other",
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
