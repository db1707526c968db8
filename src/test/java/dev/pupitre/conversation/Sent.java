package dev.pupitre.conversation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.OutboundMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.mockito.stubbing.Answer;

/** What Meta has taken from a room. */
final class Sent {
    private final List<OutboundMessage> messages = new CopyOnWriteArrayList<>();

    /** Meta takes everything until a test says otherwise. */
    Sent(ConversationRoom room) {
        given(room.graph.send(any(), any())).willAnswer(taken());
    }

    List<OutboundMessage> messages() {
        return messages;
    }

    List<String> texts() {
        return messages.stream().map(Sent::text).toList();
    }

    /** The message arrives, and Meta's id of it is {@code mid-} and its text. */
    Answer<String> taken() {
        return call -> {
            OutboundMessage message = call.getArgument(1, OutboundMessage.class);
            messages.add(message);
            return "mid-" + text(message);
        };
    }

    /** The message arrives, but nobody hears of it. */
    Answer<String> takenWithoutAnAnswer() {
        return call -> {
            var _ = taken().answer(call);
            throw failure(Kind.UNKNOWN_OUTCOME);
        };
    }

    static GraphFailure failure(Kind kind) {
        return failure(kind, "Facebook said " + kind);
    }

    static GraphFailure failure(Kind kind, String reason) {
        return new GraphFailure(kind, reason, null);
    }

    static String text(OutboundMessage message) {
        return message.content() instanceof OutboundMessage.Text text ? text.text() : "";
    }

    static @Nullable String attachment(OutboundMessage message) {
        return message.content() instanceof OutboundMessage.File file ? file.attachment() : null;
    }
}
