package dev.pupitre.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message of ours is to be sent.
 *
 * @param comment the comment that is answered, in public or privately
 * @param replyTo the {@code mid} of the message that is answered
 */
record Sending(
        Via via,
        @Nullable String comment,
        @Nullable String replyTo,
        List<QuickReply> quickReplies,
        @Nullable Template template) {
    /** Text to the customer. */
    static final Sending PLAIN = new Sending(Via.MESSENGER, null, null, List.of(), null);
}
