package dev.pupitre.conversation;

import java.util.EnumSet;
import java.util.Set;

/** How far a message got. */
public enum MessageStatus {
    /** The customer's message is stored. */
    RECEIVED,
    /** Ours is stored and will be sent. */
    QUEUED,
    /** Handed to Meta, but the answer was lost: its echo will tell whether it arrived. */
    SENDING,
    /** Meta has it. */
    SENT,
    DELIVERED,
    READ,
    /** Not sent; the reason stands with it. */
    FAILED,
    /** It failed, and its author gave it up. */
    DISCARDED;

    /** Meta's word on such a message is still awaited. */
    static final Set<MessageStatus> UNSETTLED = EnumSet.of(QUEUED, SENDING);

    boolean isUnsettled() {
        return UNSETTLED.contains(this);
    }
}
