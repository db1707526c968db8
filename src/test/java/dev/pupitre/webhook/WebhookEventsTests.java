package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static dev.pupitre.webhook.WebhookFixture.sampleWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEventsTests {
    private static final Instant AT = Instant.ofEpochMilli(1763719200123L);
    private static final Instant WATERMARK = Instant.ofEpochMilli(1763719199123L);

    private final WebhookParts webhook = new WebhookParts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | Bonjour, où êtes-vous ?",
                "text-reply | Celui-ci",
                "text-from-ad | Bonjour",
                "text-analysed | demain 9h",
                "quick-reply | Oui",
                "image | [image]",
                "images-with-text | Regardez⏎[image]⏎[image]",
                "sticker | [sticker]",
                "sticker-until-2026 | [sticker]",
                "audio | [audio]",
                "video | [video]",
                "file | [file]",
                "reel | [reel]",
                "post | [shared post]",
                "location | [location]",
                "appointment | [appointment]",
                "product | [template]",
                "fallback | [link] https://example.org/a",
                "fallback-with-text | voir https://example.org/a⏎[link]",
                "unknown-attachment | [attachment]",
                "unsupported | [unsupported message]"
            })
    void saysInWordsWhatTheCustomerSent(String sample, String words) {
        assertThat(webhook.understands(sample)).singleElement().satisfies(event -> {
            assertThat(event.page()).isEqualTo(PAGE);
            assertThat(((InboundEvent.Private) event).customer()).isEqualTo(CUSTOMER);
            assertThat(event.at()).isEqualTo(AT);
            assertThat(event)
                    .isInstanceOfSatisfying(
                            MessageReceived.class,
                            message -> assertThat(message.text()).isEqualTo(words.replace('⏎', '\n')));
        });
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

    @Test
    void saysInWordsWhatAnotherApplicationSent() {
        assertThat(webhook.understands("echo-of-template"))
                .containsExactly(new MessageEchoed(PAGE, CUSTOMER, AT, "m_e", "[template]", null, false));
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
                .containsExactly(new PostbackReceived(PAGE, CUSTOMER, AT, "m_p", "Démarrer", "GET_STARTED"));
        assertThat(webhook.understands("postback-without-mid"))
                .containsExactly(new PostbackReceived(PAGE, CUSTOMER, AT, null, "Voir le menu", "MENU"));
    }

    @Test
    void understandsTheTestButtonOfMetasDashboard() {
        assertThat(webhook.understands("test-button-message"))
                .containsExactly(new MessageReceived(
                        PAGE, CUSTOMER, Instant.ofEpochSecond(1763719200), "test_message_id", "test_message"));
        assertThat(webhook.understands("test-button-postback")).singleElement().isInstanceOf(PostbackReceived.class);
    }

    @Test
    void putsTheEventsOfAllEntriesInTheOrderTheyHappened() {
        var events = webhook.understands("several");

        assertThat(events.stream().map(InboundEvent::key)).containsExactly("m_o", "m_1", "m_2", "m_2b", "m_3");
        assertThat(webhook.ignored()).isEqualTo("feed 1, reaction 1, unknown_page 1");
    }
}
