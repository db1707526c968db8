package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static dev.pupitre.webhook.WebhookFixture.sampleWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.Attachment;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.conversation.ReceivedAttachment;
import dev.pupitre.conversation.ReceivedContent;
import dev.pupitre.conversation.Referral;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages, echoes, buttons and receipts. */
class WebhookEventsTests {
    private static final Instant AT = Instant.ofEpochMilli(1763719200123L);
    private static final Instant WATERMARK = Instant.ofEpochMilli(1763719199123L);

    private final WebhookParts webhook = new WebhookParts();

    @ParameterizedTest
    @CsvSource({
        "text, 'Bonjour, où êtes-vous ?'",
        "text-reply, Celui-ci",
        "text-from-ad, Bonjour",
        "text-analysed, demain 9h",
        "quick-reply, Oui",
        "images-with-text, Regardez",
        "fallback-with-text, voir https://example.org/a",
        "image, ''",
        "unsupported, ''"
    })
    void takesTheTextAsItIs(String sample, String text) {
        var message = message(sample);

        assertThat(message.text()).isEqualTo(text);
        assertThat(message.page()).isEqualTo(PAGE);
        assertThat(message.customer()).isEqualTo(CUSTOMER);
        assertThat(message.at()).isEqualTo(AT);
        assertThat(message.standby()).isFalse();
    }

    @Test
    void knowsTheMessageAnsweredTheButtonPressedAndTheAd() {
        assertThat(message("text-reply").content().replyTo()).isNotBlank();
        assertThat(message("quick-reply").content().quickReply()).isNotBlank();
        assertThat(message("text-from-ad").content().referral())
                .isEqualTo(new Referral("ADS", "summer", "6045246247433", "Summer", null, null, "1_2", null, null));
    }

    @Test
    void takesNumbersForStringsAndStringsForNumbers() {
        assertThat(webhook.understands("text-with-numbers"))
                .containsExactly(new MessageReceived(PAGE, CUSTOMER, AT, "123456", "42"));
    }

    @Test
    void givesTheSameKeyToTheSameMessageWithoutMid() {
        var first = webhook.understands("text-without-mid").getFirst();
        var again = webhook.understands("text-without-mid").getFirst();
        var other = webhook.understands(sampleWith("text-without-mid", "All", "Bonsoir"))
                .getFirst();

        assertThat(again.key()).isEqualTo(first.key());
        assertThat(other.key()).isNotEqualTo(first.key());
    }

    @Test
    void takesTheTimeOfTheEntryWhereTheItemHasNone() {
        assertThat(webhook.understands("text-without-timestamp"))
                .singleElement()
                .returns(Instant.ofEpochMilli(1763719200500L), InboundEvent::at);
    }

    @Test
    void takesThePageOfTheEntryWhereTheItemNamesNone() {
        assertThat(webhook.understands("text-without-recipient"))
                .singleElement()
                .returns(PAGE, InboundEvent::page);
    }

    @Test
    void keepsLongTextsAndNeverSplitsACharacter() {
        var text = (MessageReceived) webhook.understands(sampleWith("text", "Bonjour", "x" + "👋".repeat(15_000)))
                .getFirst();

        assertThat(text.text()).hasSize(19_999).endsWith("👋");
    }

    @Test
    void takesLongMids() {
        var mid = "m_" + "x".repeat(510);

        assertThat(webhook.understands(sampleWith("text", "m_text1", mid)))
                .singleElement()
                .returns(mid, InboundEvent::key);
    }

    @Test
    void knowsOurEchoesByTheirAppAndMetadata() {
        assertThat(webhook.understands("echo-of-ours"))
                .containsExactly(new MessageEchoed(
                        PAGE, CUSTOMER, AT, "m_e", "Bonjour !", "019aa000-0000-7000-8000-000000000001", true));
    }

    @Test
    void understandsWhatAHumanWroteInMetasOwnInbox() {
        assertThat(webhook.understands("echo-of-page-inbox"))
                .containsExactly(new MessageEchoed(PAGE, CUSTOMER, AT, "m_e", "Un humain", null, false));
    }

    @ParameterizedTest
    @CsvSource({"echo-of-template, TEMPLATE", "echo-with-image, IMAGE"})
    void takesWhatOthersSentThatIsNoText(String sample, Attachment.Type type) {
        assertThat(webhook.understands(sample)).singleElement().isInstanceOfSatisfying(MessageEchoed.class, echo -> {
            assertThat(echo.text()).isEmpty();
            assertThat(echo.content().attachments())
                    .extracting(ReceivedAttachment::type)
                    .containsExactly(type);
        });
    }

    @Test
    void understandsReceipts() {
        assertThat(webhook.understands("delivery"))
                .containsExactly(new MessagesDelivered(PAGE, CUSTOMER, AT, List.of("m_a", "m_b"), WATERMARK));
        assertThat(webhook.understands("delivery-without-mids"))
                .containsExactly(new MessagesDelivered(
                        PAGE, CUSTOMER, Instant.ofEpochMilli(1763719200500L), List.of(), WATERMARK));
        assertThat(webhook.understands("read")).containsExactly(new MessagesRead(PAGE, CUSTOMER, AT, WATERMARK));
    }

    @Test
    void takesADeliveryWithoutWatermarkForItsMessagesOnly() {
        assertThat(webhook.understands(sampleWith("delivery", "1763719199123", "null")))
                .containsExactly(new MessagesDelivered(PAGE, CUSTOMER, AT, List.of("m_a", "m_b"), Instant.EPOCH));
    }

    @Test
    void understandsButtons() {
        assertThat(webhook.understands("postback"))
                .containsExactly(new PostbackReceived(PAGE, CUSTOMER, AT, "m_p", "Voir le menu", "MENU"));
        assertThat(webhook.understands("get-started"))
                .singleElement()
                .isInstanceOfSatisfying(
                        PostbackReceived.class,
                        button -> assertThat(button.payload()).isEqualTo("GET_STARTED"));
        assertThat(webhook.understands("postback-without-mid"))
                .containsExactly(new PostbackReceived(PAGE, CUSTOMER, AT, null, "Voir le menu", "MENU"));
        assertThat(webhook.understands("get-started-from-link"))
                .containsExactly(new PostbackReceived(
                        PAGE,
                        CUSTOMER,
                        AT,
                        "m_p",
                        "Démarrer",
                        "GET_STARTED",
                        new Referral("SHORTLINK", "qr-shop", null, null, null, null, null, null, null),
                        false));
    }

    @Test
    void understandsTheTestButtonOfMetasDashboard() {
        assertThat(webhook.understands("test-button-message"))
                .containsExactly(new MessageReceived(
                        PAGE, CUSTOMER, Instant.ofEpochSecond(1763719200), "test_message_id", "test_message"));
        assertThat(webhook.understands("test-button-postback")).singleElement().isInstanceOf(PostbackReceived.class);
        assertThat(webhook.understands("test-button-handover"))
                .singleElement()
                .isInstanceOf(InboundEvent.ThreadControlChanged.class);
        assertThat(webhook.understands("test-button-standby"))
                .containsExactly(
                        new MessageReceived(PAGE, CUSTOMER, AT, "m_s", "En attente", ReceivedContent.NONE, true));
    }

    @Test
    void marksWhatCameWhileAnotherApplicationAnswers() {
        assertThat(webhook.understands("standby"))
                .containsExactly(
                        new MessageReceived(
                                PAGE, CUSTOMER, AT, "m_1", "Pour une autre application", ReceivedContent.NONE, true),
                        new PostbackReceived(PAGE, CUSTOMER, AT, null, "Menu", null, null, true),
                        new MessageEchoed(PAGE, CUSTOMER, AT, "m_e", "Je réponds ailleurs", null, false),
                        new MessagesRead(PAGE, CUSTOMER, AT, WATERMARK));
    }

    @Test
    void putsTheEventsOfAllEntriesInTheOrderTheyHappened() {
        var events = webhook.understands("several");

        assertThat(events)
                .filteredOn(MessageReceived.class::isInstance)
                .extracting(InboundEvent::key)
                .containsExactly("m_o", "m_1", "m_2", "m_2b", "m_3");
        assertThat(events).hasSize(6).isSortedAccordingTo(Comparator.comparing(InboundEvent::at));
        assertThat(webhook.ignored()).isEqualTo("feed 1, unknown_page 1");
    }

    @Test
    void losesNothingGoodBesideWhatIsBroken() {
        var events = webhook.understands("messaging-and-changes");

        assertThat(events)
                .extracting(InboundEvent::key)
                .contains("m_1", "m_2", "m_s", "1_2")
                .hasSize(5);
        assertThat(webhook.ignored()).isEqualTo("malformed 3, other 1");
    }

    private MessageReceived message(String sample) {
        return (MessageReceived) webhook.understands(sample).getFirst();
    }
}
