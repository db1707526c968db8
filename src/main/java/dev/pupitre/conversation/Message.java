package dev.pupitre.conversation;

import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the desk sees it.
 *
 * @param seq its place in the conversation, from 1
 * @param reason why it failed or is held up, in plain words
 */
public record Message(
        MessageId id,
        int seq,
        Direction direction,
        Author author,
        String text,
        Instant at,
        MessageStatus status,
        @Nullable String reason) {}
