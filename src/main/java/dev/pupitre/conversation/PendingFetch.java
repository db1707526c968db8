package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A message whose files are still to be fetched; the document is there only until they are.
 *
 * @param attempts how often it was tried
 * @param notBefore the next attempt: after a failure, or when the node that tries now must have died
 */
record PendingFetch(
        @Id MessageId message,
        ConversationId conversation,
        int attempts,
        @Nullable Instant notBefore) {}
