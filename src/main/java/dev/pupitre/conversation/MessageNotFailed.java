package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** Only a failed message is sent again or given up. */
public class MessageNotFailed extends Conflict {
    MessageNotFailed(MessageStatus status) {
        super("Expected a message that failed, but it is " + status);
    }
}
