package dev.pupitre.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code messaging-policy} has to know of a message; its names are the table's.
 *
 * @param hoursSinceWindow since the customer's last act that opened the standard messaging window; null when there was
 *     none
 * @param hoursSinceMessage since the customer's last message; null when there was none
 * @param daysSinceComment since the comment that is answered; null where none is, or none is known
 */
record MessagingFacts(
        @Nullable Double hoursSinceWindow,
        @Nullable Double hoursSinceMessage,
        String author,
        String purpose,
        Channel channel,
        Via via,
        boolean humanAgent,
        boolean answeredPrivately,
        @Nullable Double daysSinceComment) {

    /** Those of an answer by this kind of author. */
    static MessagingFacts of(
            StoredConversation conversation,
            boolean humanAgent,
            Author.Kind author,
            CommentAnswered comment,
            Instant now) {
        var window = conversation.window();
        return new MessagingFacts(
                since(window.openedAt(), now, Duration.ofHours(1)),
                since(window.lastMessageAt(), now, Duration.ofHours(1)),
                switch (author) {
                    case AGENT, META_INBOX, CUSTOMER -> "human";
                    case BOT -> "bot";
                    case SYSTEM -> "system";
                },
                "answer",
                conversation.origin().channel(),
                comment.via(),
                humanAgent,
                comment.answeredPrivately(),
                since(comment.writtenAt(), now, Duration.ofDays(1)));
    }

    /**
     * Which way a message goes, and what is known of the comment it answers.
     *
     * @param answeredPrivately a private answer was made already, or is on its way
     */
    record CommentAnswered(
            Via via, boolean answeredPrivately, @Nullable Instant writtenAt) {
        /** To the customer alone, under no comment. */
        static final CommentAnswered NONE = new CommentAnswered(Via.MESSENGER, false, null);
    }

    private static @Nullable Double since(@Nullable Instant instant, Instant now, Duration unit) {
        return instant == null ? null : (double) Duration.between(instant, now).toMillis() / unit.toMillis();
    }
}
