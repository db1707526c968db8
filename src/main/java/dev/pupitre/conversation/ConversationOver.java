package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** The conversation is closed or being closed; the customer's next message opens another. */
public class ConversationOver extends Conflict {
    public ConversationOver(ConversationState state) {
        super("Expected an open conversation, but it is " + state);
    }
}
