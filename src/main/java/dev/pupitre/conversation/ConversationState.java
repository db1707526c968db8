package dev.pupitre.conversation;

import java.util.EnumSet;
import java.util.Set;

/** Where a conversation stands. */
public enum ConversationState {
    /** The process has not yet decided what becomes of it. */
    NEW,
    /** In the queue, for any agent with room. */
    WAITING,
    /** In an agent's hands. */
    ASSIGNED,
    /** The agent has resolved it; the process closes it, or gives it back if the customer wrote meanwhile. */
    CLOSING,
    CLOSED,
    /** The table {@code listening} wanted nothing of it. */
    IGNORED;

    /** A customer's message still goes into such a conversation. */
    static final Set<ConversationState> OPEN = EnumSet.of(NEW, WAITING, ASSIGNED, CLOSING);

    boolean isOpen() {
        return OPEN.contains(this);
    }
}
