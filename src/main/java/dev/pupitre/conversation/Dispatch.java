package dev.pupitre.conversation;

import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.GraphFiles;
import dev.pupitre.graph.GraphReason;
import dev.pupitre.graph.OutboundMessage;
import dev.pupitre.graph.OutboundMessage.Purpose;
import dev.pupitre.graph.PageAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the calls by which a message of ours gets to its reader. */
@Component
class Dispatch {
    /** Meta's clock and ours may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final GraphApi graph;
    private final GraphComments comments;
    private final GraphFiles graphFiles;
    private final Files files;
    private final Uploads uploads;
    private final Personas personas;

    Dispatch(
            GraphApi graph,
            GraphComments comments,
            GraphFiles graphFiles,
            Files files,
            Uploads uploads,
            Personas personas) {
        this.graph = graph;
        this.comments = comments;
        this.graphFiles = graphFiles;
        this.files = files;
        this.uploads = uploads;
        this.personas = personas;
    }

    /** Everything one call needs: what takes long or may fail without harm is done by then. */
    record Ready(
            PageAccess access,
            StoredConversation conversation,
            StoredMessage message,
            Purpose purpose,
            @Nullable String persona) {
        @Nullable
        StoredAttachment file() {
            return message.extras().attachments().stream().findFirst().orElse(null);
        }

        /** Meta takes far fewer of these a second (Messenger Platform, rate limits). */
        boolean isHeavy() {
            var file = file();
            return file != null && (file.type() == Attachment.Type.AUDIO || file.type() == Attachment.Type.VIDEO);
        }
    }

    /**
     * Brings the file to Meta and has the persona made, if there are any.
     *
     * @throws GraphFailure when that was not done; the message was certainly not sent
     */
    Ready prepare(PageAccess access, StoredConversation conversation, StoredMessage message, Verdict verdict) {
        var inPublic = message.sending().via() == Via.PUBLIC;
        var persona = inPublic ? null : personas.of(access, message.author()).orElse(null);
        var ready = new Ready(access, conversation, message, purpose(verdict), persona);
        if (ready.file() != null) {
            var _ = metasId(access, ready.file());
        }
        return ready;
    }

    private static Purpose purpose(Verdict verdict) {
        return switch (verdict.type()) {
            case UPDATE -> Purpose.UPDATE;
            case MESSAGE_TAG -> Purpose.HUMAN_AGENT;
            case RESPONSE -> Purpose.RESPONSE;
            case null -> Purpose.RESPONSE;
        };
    }

    /**
     * Makes the call.
     *
     * @return Meta's id of the message, or of the comment
     */
    String send(Ready ready) {
        var sending = ready.message().sending();
        if (sending.via() == Via.PUBLIC) {
            return comments.answer(
                    ready.access(),
                    Objects.requireNonNull(sending.comment()),
                    ready.message().text());
        }
        var message = outbound(ready);
        try {
            return graph.send(ready.access(), message);
        } catch (GraphFailure failure) {
            return sendOtherwise(ready, message, failure);
        }
    }

    /** What Meta has forgotten is brought or made anew, once: it refused, so nothing was sent. */
    private String sendOtherwise(Ready ready, OutboundMessage message, GraphFailure failure) {
        if (failure.kind() == Kind.ATTACHMENT_GONE && ready.file() != null) {
            uploads.forget(ready.file().id(), ready.access().page());
            return graph.send(ready.access(), outbound(ready));
        }
        var persona = ready.persona();
        if (failure.kind() == Kind.REJECTED && persona != null && personas.isGone(ready.access(), persona)) {
            return graph.send(
                    ready.access(),
                    message.as(personas.of(ready.access(), ready.message().author())
                            .orElse(null)));
        }
        throw failure;
    }

    /** A public answer that nobody confirmed, if it stands under its comment all the same. */
    Optional<String> findSent(PageAccess access, StoredConversation conversation, StoredMessage message, Instant at) {
        var sending = message.sending();
        if (sending.via() != Via.PUBLIC || sending.comment() == null) {
            return Optional.empty();
        }
        var known = new HashSet<String>();
        conversation.messages().forEach(other -> {
            if (other.mid() != null) {
                known.add(other.mid());
            }
        });
        return comments.find(access, top(conversation), message.text(), at.minus(CLOCK_SKEW), known);
    }

    /** Answers to answers stand under the first comment of their thread, too. */
    private static String top(StoredConversation conversation) {
        return conversation.thread().split(":", 3)[2];
    }

    private OutboundMessage outbound(Ready ready) {
        var file = ready.file();
        return OutboundMessages.of(ready, file == null ? null : metasId(ready.access(), file));
    }

    private String metasId(PageAccess access, StoredAttachment attachment) {
        return uploads.known(attachment.id(), access.page()).orElseGet(() -> {
            var file = files.open(attachment.id())
                    .orElseThrow(() -> new GraphFailure(Kind.REJECTED, GraphReason.FILE_GONE, null));
            var id = graphFiles.upload(
                    access,
                    new GraphFiles.Upload(
                            OutboundMessages.typeOf(attachment),
                            file.name(),
                            file.contentType(),
                            file.size(),
                            file.content()));
            uploads.know(attachment.id(), access.page(), id);
            return id;
        });
    }
}
