package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What the table {@code messaging-policy} says of a message.
 *
 * @param type as what Meta is to take it; null where Meta does not ask
 * @param code names the reason for the screens, which have words for those the table is delivered with
 * @param reason why it is not allowed, and what is
 */
public record Verdict(
        boolean allowed,
        @Nullable Type type,
        @Nullable Tag tag,
        @Nullable String code,
        @Nullable String reason) {
    /** Send API reference, {@code messaging_type}. */
    public enum Type {
        RESPONSE,
        UPDATE,
        MESSAGE_TAG
    }

    /** The one tag that is left since 27 April 2026 (Send API reference, message tags). */
    public enum Tag {
        HUMAN_AGENT
    }

    static Verdict refused(ReasonCode code) {
        return new Verdict(false, null, null, code.name(), code.sentence());
    }

    /** Only what a human has written may be sent as this, whatever the table says (Messenger Platform, Human Agent). */
    boolean isOfAHuman() {
        return allowed && (tag == Tag.HUMAN_AGENT || type == Type.MESSAGE_TAG);
    }

    Reason why() {
        return new Reason(code, String.valueOf(reason));
    }
}
