package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** The conversation is over, or not yet in the queue: nothing can be done with it. */
public class ConversationOver extends Conflict {
    public ConversationOver(ConversationState state) {
        super(
                state == ConversationState.NEW
                        ? "Expected a conversation in the queue, but its process has not decided about it yet"
                        : "Expected an open conversation, but it is " + state);
    }
}
