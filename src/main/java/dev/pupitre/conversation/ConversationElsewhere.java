package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** Another application answers the customer at present. */
public class ConversationElsewhere extends Conflict {
    ConversationElsewhere() {
        super("Expected a conversation that Pupitre answers, but another application has it: take control first");
    }
}
