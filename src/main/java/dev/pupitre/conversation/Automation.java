package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an AI agent is with a conversation.
 *
 * @param heard the customer's newest message that it has dealt with
 * @param outcome how its last turn ended
 * @param turns how many answers it has given since it was last given the conversation
 * @param announced it has said that it is automatic
 * @param spent what its model has cost, or may have, in millionths of the currency of the prices
 * @param firstAnswerAt when it answered first, which counts for no human
 * @param times how long the customer waited for its answers; null where it has given none
 */
public record Automation(
        @Nullable MessageId heard,
        @Nullable Outcome outcome,
        Integer turns,
        Boolean announced,
        Long spent,
        @Nullable Instant firstAnswerAt,
        @Nullable AssistantTimes times) {
    static final Automation NONE = new Automation(null, null, 0, false, 0L, null, null);

    /** How a turn ends. */
    public enum Outcome {
        /** The customer has an answer; the next message is the next turn. */
        ANSWERED,
        /** A human goes on. */
        HAND_OFF,
        /** There is nothing left to do. */
        DONE
    }

    /** One that an update has made has only what that update set. */
    public Automation {
        turns = requireNonNullElse(turns, 0);
        announced = requireNonNullElse(announced, false);
        spent = requireNonNullElse(spent, 0L);
    }
}
