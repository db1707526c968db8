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
    /** Its agent has resolved it, or nobody wrote for long, or the desk has closed: its process is to close it. */
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
