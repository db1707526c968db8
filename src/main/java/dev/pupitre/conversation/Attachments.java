package dev.pupitre.conversation;

import static dev.pupitre.conversation.Attachment.State.AWAITED;
import static dev.pupitre.conversation.Attachment.State.NO_FILE;
import static dev.pupitre.conversation.Attachment.State.REFUSED;

import dev.pupitre.kernel.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of the attachments that a webhook names those that a transcript holds. */
@Component
class Attachments {
    private final FileHosts hosts;
    private final Ids ids;

    Attachments(FileHosts hosts, Ids ids) {
        this.hosts = hosts;
        this.ids = ids;
    }

    List<StoredAttachment> of(ReceivedContent content) {
        return content.attachments().stream().map(this::of).toList();
    }

    /** A file lies with Meta; any other address is a link, if anything. */
    private StoredAttachment of(ReceivedAttachment received) {
        var source = received.source();
        var fetchable = source != null && hosts.allow(source);
        return switch (received.type()) {
            case IMAGE, AUDIO, VIDEO, FILE, STICKER ->
                source == null
                        ? stored(received, REFUSED, null, received.link(), ReasonCode.FILE_WITHOUT_ADDRESS)
                        : fetchable
                                ? stored(received, AWAITED, source, received.link(), null)
                                : stored(received, REFUSED, null, received.link(), ReasonCode.FILE_ELSEWHERE);
            case POST, REEL ->
                fetchable
                        ? stored(received, AWAITED, source, received.link(), null)
                        : stored(received, NO_FILE, null, received.link() == null ? source : received.link(), null);
            case PRODUCT, TEMPLATE ->
                fetchable
                        ? stored(received, AWAITED, source, received.link(), null)
                        : stored(received, NO_FILE, null, received.link(), null);
            case LOCATION, LINK, APPOINTMENT, UNSUPPORTED -> stored(received, NO_FILE, null, received.link(), null);
        };
    }

    private StoredAttachment stored(
            ReceivedAttachment received,
            Attachment.State state,
            @Nullable String source,
            @Nullable String link,
            @Nullable ReasonCode reason) {
        return new StoredAttachment(
                ids.newAttachment(),
                received.type(),
                state,
                source,
                null,
                null,
                null,
                received.title(),
                link,
                received.latitude(),
                received.longitude(),
                null,
                reason == null ? null : reason.sentence(),
                reason == null ? null : reason.name());
    }
}
