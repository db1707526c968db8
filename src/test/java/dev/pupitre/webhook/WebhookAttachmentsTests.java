package dev.pupitre.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.Attachment;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.ReceivedAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages hold besides their text. */
class WebhookAttachmentsTests {
    private static final String FILE = "https://scontent.xx.fbcdn.net/v/t1.15752-9/1.jpg?oh=1";

    private final WebhookParts webhook = new WebhookParts();

    @ParameterizedTest
    @CsvSource({
        "image, IMAGE",
        "audio, AUDIO",
        "video, VIDEO",
        "file, FILE",
        "sticker, STICKER",
        "sticker-until-2026, STICKER",
        "reel, REEL",
        "post, POST",
        "share, POST"
    })
    void takesFilesWithTheirAddress(String sample, Attachment.Type type) {
        assertThat(message(sample).content().attachments())
                .singleElement()
                .returns(type, ReceivedAttachment::type)
                .extracting(ReceivedAttachment::source)
                .isEqualTo(sample.equals("share") ? "https://www.facebook.com/pupitre/posts/1" : FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "image-without-payload, IMAGE",
        "sticker-number-only, STICKER",
        "like-heart, UNSUPPORTED",
        "empty-message, UNSUPPORTED",
        "unsupported, UNSUPPORTED",
        "unknown-attachment, UNSUPPORTED"
    })
    void saysThatThereWasSomethingWithoutAnAddress(String sample, Attachment.Type type) {
        assertThat(message(sample).content().attachments())
                .containsExactly(new ReceivedAttachment(type, null, null, null, null, null, null));
    }

    @Test
    void takesSeveralPicturesBesideAText() {
        assertThat(message("images-with-text").content().attachments())
                .hasSize(2)
                .allSatisfy(attachment -> assertThat(attachment.type()).isEqualTo(Attachment.Type.IMAGE));
    }

    @ParameterizedTest
    @CsvSource({"location, Pinned,", "location-old, Chez moi, https://www.bing.com/maps/default.aspx?v=2"})
    void takesPlacesInNumbersAndInStrings(String sample, String title, String link) {
        assertThat(message(sample).content().attachments())
                .containsExactly(
                        new ReceivedAttachment(Attachment.Type.LOCATION, null, title, link, null, 48.85, 2.35));
    }

    @ParameterizedTest
    @CsvSource({
        "fallback, Un site, https://example.org/a",
        "fallback-without-address, Un site,",
        "fallback-with-script, Cliquez,"
    })
    void takesLinksThatLeadToTheWeb(String sample, String title, String link) {
        assertThat(message(sample).content().attachments())
                .containsExactly(new ReceivedAttachment(Attachment.Type.LINK, null, title, link, null, null, null));
    }

    @Test
    void takesTheFirstCardOfATemplateAndTheProductOfACatalogue() {
        assertThat(message("generic-template").content().attachments())
                .containsExactly(new ReceivedAttachment(
                        Attachment.Type.TEMPLATE,
                        FILE,
                        "Machine à café",
                        "https://example.org/machine",
                        null,
                        null,
                        null));
        assertThat(message("product").content().attachments())
                .containsExactly(new ReceivedAttachment(Attachment.Type.PRODUCT, null, "Café", null, null, null, null));
    }

    @Test
    void takesAppointments() {
        assertThat(message("appointment").content().attachments())
                .singleElement()
                .returns(Attachment.Type.APPOINTMENT, ReceivedAttachment::type)
                .returns("BOOKED 1763719200 1763722800 Europe/Paris", ReceivedAttachment::title);
    }

    private MessageReceived message(String sample) {
        return (MessageReceived) webhook.understands(sample).getFirst();
    }
}
