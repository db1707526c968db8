package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.NotFound;

/** No conversation has this id. */
public class ConversationNotFound extends NotFound {
    public ConversationNotFound(ConversationId id) {
        super("Expected a conversation, but there is none with the id " + id);
    }
}
