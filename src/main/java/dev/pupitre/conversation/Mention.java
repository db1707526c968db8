package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;

/**
 * That a colleague was named in a note.
 *
 * @param text the note, or its beginning
 * @param seen whether they have looked since
 */
record Mention(
        MessageId note,
        ConversationId conversationId,
        Party customer,
        Author by,
        String text,
        Instant at,
        boolean seen) {}
