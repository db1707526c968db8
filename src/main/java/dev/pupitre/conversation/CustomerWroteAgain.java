package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;

/** The customer wrote while the agent pressed "resolve"; closing now would bury a message that nobody has read. */
public class CustomerWroteAgain extends Conflict {
    CustomerWroteAgain() {
        super("Expected all messages to be seen, but the customer has written again: read it first");
    }
}
