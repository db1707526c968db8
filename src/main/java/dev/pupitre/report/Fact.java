package dev.pupitre.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pupitre.conversation.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one conversation that is over; nothing of it tells who the customer was.
 *
 * <p>Of one that was handed on there is another for each agent who had it before, or for another campaign, with how long
 * they had it and nothing else.
 *
 * @param id the conversation's, and for those others with whose share it is
 * @param version of the conversation that it was read from: what is read earlier may be written later
 * @param openedAt in seconds since 1970; every other time is a number of seconds, null where there was none
 * @param agent who had it at its end
 * @param waiting in all queues together, where an agent has had it
 * @param waitingInHours of that, what lay within the hours of the campaigns in whose queues it was; null where an earlier
 *     version counted it, too
 * @param firstResponse until a human's first answer, from the customer's first message on, or from the first queue on where
 *     an AI agent was first
 * @param firstResponseInHours of that, what lay within the campaign's hours
 * @param firstAnswer from the customer's first message until anybody's first answer, an AI agent's, too
 * @param assistantResponse until an AI agent's first answer, at any hour
 * @param handling in the hands of this agent, all stretches for this campaign together
 * @param inTime whether a human's first answer came within the service level; null where there was none
 * @param assistant whether an AI agent has answered
 * @param score from 1 to 5
 * @param rules the rows that decided, as {@code table:version:row}
 * @param source the ad or link that brought the customer, as {@code ad:…}, {@code link:…}; null for none, and of an
 *     erased conversation, as a link may be made for one customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fact(
        String id,
        long version,
        long openedAt,
        Channel channel,
        @Nullable String agent,
        Outcome outcome,
        @Nullable Integer waiting,
        @Nullable Integer waitingInHours,
        @Nullable Integer firstResponse,
        @Nullable Integer firstResponseInHours,
        @Nullable Integer firstAnswer,
        @Nullable Integer assistantResponse,
        @Nullable Integer handling,
        @Nullable Boolean inTime,
        boolean assistant,
        @Nullable Integer score,
        boolean commented,
        List<String> rules,
        @Nullable String source) {

    /** One of an earlier version: where an AI agent has answered, the first answer was its own but for rare cases. */
    Fact {
        assistantResponse = assistant && assistantResponse == null ? firstAnswer : assistantResponse;
    }

    /** What this agent did before it was handed on. */
    Fact share(String agent, int handling) {
        return new Fact(
                id + ":" + agent,
                version,
                openedAt,
                channel,
                agent,
                Outcome.HANDED_ON,
                null,
                null,
                null,
                null,
                null,
                null,
                handling,
                null,
                false,
                null,
                false,
                List.of(),
                null);
    }

    /** All that is known by this and an earlier count of the same conversation, in whatever order they were written. */
    Fact after(Fact other) {
        return version >= other.version ? over(other) : other.over(this);
    }

    private Fact over(Fact older) {
        var scored = score != null ? this : older;
        // An erased conversation has no decisions any more; that they were taken is nobody's secret.
        var decided = rules.isEmpty() ? older : this;
        return new Fact(
                id,
                version,
                openedAt,
                decided.channel,
                agent,
                outcome,
                waiting,
                waitingInHours,
                firstResponse,
                firstResponseInHours,
                firstAnswer,
                assistantResponse,
                handling,
                inTime,
                assistant,
                scored.score,
                commented || older.commented,
                decided.rules,
                source);
    }

    /** How a conversation ended. */
    enum Outcome {
        /** A human has answered. */
        ANSWERED,
        /** An AI agent has answered, and no human had to. */
        CONTAINED,
        /** Nobody had answered when its customer counted as lost, nor later. */
        ABANDONED,
        /** Nobody has answered, for any other reason: the desk was closed, the queue was full. */
        UNANSWERED,
        /** The rules do not listen to it; it counts among no others. */
        IGNORED,
        /** It is the share of an agent who handed it on: the conversation counts where it ended. */
        HANDED_ON
    }
}
