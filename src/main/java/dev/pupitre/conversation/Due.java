package dev.pupitre.conversation;

import java.time.Instant;

/**
 * Something that a change of a conversation still has to set off outside its document; written with the change in one
 * step and taken away when it is done, so that a crash in between leaves it to be done again.
 *
 * @param ref tells apart two of a kind, and is the message id for whom it is handed to: twice does no harm
 */
record Due(Kind kind, String ref, Instant since) {
    enum Kind {
        START,
        ASSIGNED,
        AGENT_CHANGED,
        RESOLVED,
        /** It is handed on, to {@link Course#target()}. */
        RELEASED,
        /** Nobody has written for long; {@code ref} is the resolution it is to be closed with. */
        IDLE,
        /** The customer wrote what the process waits for. */
        CUSTOMER_WROTE,
        /** Its process stands still, or is lost: a new one is to begin. */
        BEGIN_AGAIN,
        SEND,
        /** The files of a message are to be fetched; {@code ref} is its id. */
        FETCH;

        /** Whether the engine has to hear of it; what is sent and what is fetched have lanes of their own. */
        boolean isForEngine() {
            return this != SEND && this != FETCH;
        }
    }
}
