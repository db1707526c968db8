package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/** How a conversation came about. */
record Origin(
        Channel channel, @Nullable Post post, @Nullable Referral referral) {
    static final Origin MESSENGER = new Origin(Channel.MESSENGER, null, null);
}
