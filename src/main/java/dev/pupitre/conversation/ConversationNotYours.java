package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** Only its assignee answers and resolves a conversation. */
public class ConversationNotYours extends Conflict {
    ConversationNotYours(StoredConversation conversation) {
        super("Expected a conversation assigned to you, but "
                + (conversation.assignee() == null
                        ? "nobody has claimed it yet: claim it first"
                        : conversation.assignee().name() + " has it: claim it first"));
    }
}
