package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation came about.
 *
 * @param continues the conversation, over by then, that an agent went on with
 */
record Origin(
        Channel channel,
        @Nullable Post post,
        @Nullable Referral referral,
        @Nullable ConversationId continues) {
    static final Origin MESSENGER = new Origin(Channel.MESSENGER, null, null, null);

    /** One that a link has made in a conversation of an earlier version has no channel. */
    Origin {
        channel = requireNonNullElse(channel, Channel.MESSENGER);
    }
}
