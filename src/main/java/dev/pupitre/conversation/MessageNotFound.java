package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.kernel.NotFound;

/** The conversation has no such message among its recent ones. */
public class MessageNotFound extends NotFound {
    MessageNotFound(ConversationId conversation, MessageId message) {
        super("Expected message %s in conversation %s, but there is none".formatted(message, conversation));
    }
}
