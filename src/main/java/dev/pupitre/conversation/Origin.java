package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** How a conversation came about. */
record Origin(
        Channel channel, @Nullable Post post, @Nullable Referral referral) {
    static final Origin MESSENGER = new Origin(Channel.MESSENGER, null, null);

    /** One that a link has made in a conversation of an earlier version has no channel. */
    Origin {
        channel = requireNonNullElse(channel, Channel.MESSENGER);
    }
}
