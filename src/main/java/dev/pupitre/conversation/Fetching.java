package dev.pupitre.conversation;

import dev.pupitre.conversation.FileDownload.Refused;
import dev.pupitre.conversation.MessagePlaces.Change;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches the files of messages from Meta, whose addresses of them expire, a few at a time and at once.
 *
 * <p>That they are to be fetched is written down with the message itself; a node that dies over it leaves it to the next.
 */
@Component
class Fetching {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int BACKOFF_GROWS = 4;

    private final PendingFetches pending;
    private final FileDownload download;
    private final Files files;
    private final MessagePlaces places;
    private final LiveConversations live;
    private final Announcements announcements;
    private final FetchProperties properties;
    private final Lanes lanes;
    private final Counter stored;
    private final Counter refused;

    Fetching(
            PendingFetches pending,
            FileDownload download,
            Files files,
            MessagePlaces places,
            LiveConversations live,
            Announcements announcements,
            FetchProperties properties,
            MeterRegistry meters) {
        this.pending = pending;
        this.download = download;
        this.files = files;
        this.places = places;
        this.live = live;
        this.announcements = announcements;
        this.properties = properties;
        this.lanes = new Lanes("files", properties.atOnce());
        this.stored = counter("stored", meters);
        this.refused = counter("refused", meters);
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("pupitre.files.fetched")
                .description("Files of messages that Meta had, and what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Takes on all that is due to be fetched. */
    void take(StoredConversation conversation) {
        enlist(conversation).forEach(due -> {
            live.done(conversation.thread(), due);
            fetch(new MessageId(due.ref()));
        });
    }

    /** Fetches the files of one message of a conversation that is over; a repeat changes nothing. */
    void take(MessageId message, ConversationId conversation) {
        pending.add(message, conversation);
        fetch(message);
    }

    /** Puts all that is due to be fetched where it outlives the conversation; a repeat changes nothing. */
    List<Due> enlist(StoredConversation conversation) {
        var due = conversation.due().stream()
                .filter(each -> each.kind() == Due.Kind.FETCH)
                .toList();
        due.forEach(each -> pending.add(new MessageId(each.ref()), conversation.conversationId()));
        return due;
    }

    /** Goes on with what a crash or a failure left. */
    void goOn() {
        pending.leftBehind().forEach(left -> fetch(left.message()));
    }

    /** Waits until nothing is being fetched, or for so long. */
    void awaitIdle(Duration patience) {
        lanes.awaitIdle(patience);
    }

    private void fetch(MessageId message) {
        lanes.submitIfIdle(
                message.value(), () -> pending.lease(message, lease()).ifPresent(this::fetch));
    }

    /** For one file: the lease of a message with several is renewed for each of them. */
    private Duration lease() {
        return properties.timeout().multipliedBy(2);
    }

    private void fetch(PendingFetch fetch) {
        var left = false;
        for (var attachment : awaited(fetch)) {
            if (!pending.renew(fetch, lease())) {
                return;
            }
            left |= !fetch(fetch, attachment);
        }
        if (left) {
            pending.postpone(fetch, backoff(fetch.attempts()));
        } else {
            pending.remove(fetch);
        }
    }

    private List<StoredAttachment> awaited(PendingFetch fetch) {
        return places
                .find(fetch.conversation(), fetch.message())
                .map(message -> message.extras().attachments())
                .orElse(List.of())
                .stream()
                .filter(attachment -> attachment.state() == Attachment.State.AWAITED)
                .toList();
    }

    /** Returns whether it is done with. */
    private boolean fetch(PendingFetch fetch, StoredAttachment attachment) {
        try {
            settle(fetch, attachment.stored(read(attachment)));
            return true;
        } catch (Refused refused) {
            settle(fetch, attachment.refused(refused.code(), String.valueOf(refused.getMessage())));
            return true;
        } catch (InterruptedIOException stopped) {
            return false;
        } catch (IOException | RuntimeException later) {
            LOG.debug("A file of message {} could not be fetched", fetch.message(), later);
            if (fetch.attempts() < properties.attempts()) {
                return false;
            }
            settle(fetch, attachment.refused(ReasonCode.FILE_NOT_FETCHED, ReasonCode.FILE_NOT_FETCHED.sentence()));
            return true;
        }
    }

    private StoredFile read(StoredAttachment attachment) throws Refused, IOException {
        Path temporary = java.nio.file.Files.createTempFile("pupitre-", ".part");
        try {
            var read = download.read(String.valueOf(attachment.source()), temporary);
            var type = FileTypes.of(temporary, read.name(), read.contentType());
            if (!isOfKind(attachment.type(), type)) {
                throw new Refused(
                        ReasonCode.FILE_OF_OTHER_KIND,
                        "Expected " + describe(attachment.type()) + ", but Facebook sent " + type);
            }
            try (var in = java.nio.file.Files.newInputStream(temporary)) {
                return files.store(
                        attachment.id(),
                        read.name(),
                        type,
                        in,
                        properties.limit().toBytes());
            }
        } finally {
            java.nio.file.Files.deleteIfExists(temporary);
        }
    }

    /** An error page, say, is no picture; a file may be anything. */
    private static boolean isOfKind(Attachment.Type wanted, String type) {
        return switch (wanted) {
            case IMAGE, STICKER, PRODUCT, TEMPLATE -> type.startsWith("image/");
            case AUDIO -> type.startsWith("audio/") || type.startsWith("video/") || type.equals("application/ogg");
            case VIDEO -> type.startsWith("video/");
            case POST, REEL -> type.startsWith("image/") || type.startsWith("video/");
            case FILE, LOCATION, LINK, APPOINTMENT, UNSUPPORTED -> true;
        };
    }

    private static String describe(Attachment.Type wanted) {
        return switch (wanted) {
            case AUDIO -> "a recording";
            case VIDEO, REEL -> "a video";
            default -> "a picture";
        };
    }

    /** What was taken back meanwhile is not kept either. */
    private void settle(PendingFetch fetch, StoredAttachment settled) {
        var changed = replace(fetch.conversation(), fetch.message(), settled);
        changed.ifPresentOrElse(
                change -> {
                    announcements.changed(change);
                    (settled.state() == Attachment.State.STORED ? stored : refused).increment();
                },
                () -> files.delete(settled.id()));
    }

    /** Only this changes the attachments of a message, one after the other, but for a customer who takes it back. */
    private Optional<Transcripts.Changed> replace(
            ConversationId conversation, MessageId message, StoredAttachment settled) {
        return places.find(conversation, message).flatMap(found -> {
            var attachments = found.extras().attachments().stream()
                    .map(attachment -> attachment.id().equals(settled.id()) ? settled : attachment)
                    .toList();
            return places.change(
                    conversation,
                    message,
                    new Change(
                            element -> element.and("extras.removedAt")
                                    .is(null)
                                    .and("extras.attachments._id")
                                    .is(settled.id()),
                            update -> update.set("messages.$[m].extras.attachments", attachments)));
        });
    }

    private Duration backoff(int attempts) {
        return properties.firstBackoff().multipliedBy((long) Math.pow(BACKOFF_GROWS, Math.max(0, attempts - 1)));
    }
}
