package dev.pupitre.conversation;

import dev.pupitre.kernel.Growing;
import java.util.Map;

/** A line of the transcript that nobody wrote: what happened, with what the screens need to say it. */
public record Happening(Type type, Map<String, String> values) {
    public enum Type implements Growing {
        /** The customer came by a link or an ad; {@code source}, {@code ref}, {@code ad}, {@code title}. */
        REFERRED,
        OPTED_IN,
        ACCOUNT_LINKED,
        ACCOUNT_UNLINKED,
        /** The customer judged an automatic answer; {@code feedback}. */
        FEEDBACK,
        /** Another application answers from here on; {@code app}. */
        PASSED_ELSEWHERE,
        /** Pupitre answers again. */
        CAME_BACK,
        /** Another application asks for the thread; {@code app}. */
        CONTROL_REQUESTED,
        /** A human answered in Meta's own inbox: nothing automatic is sent from here on. */
        BOT_PAUSED,
        /** An automatic message was not sent; {@code step}, {@code reason}, {@code code} of a {@link Reason}. */
        NOT_SENT,
        /**
         * It was handed on; {@code to} (a {@link Target.Kind}), {@code id}, {@code from} (a name), {@code by},
         * {@code note}, and {@code why} (a {@link HandingOn.Why}) where nobody did it.
         */
        TRANSFERRED,
        /** An agent took it over from another; {@code by}, {@code from}. */
        TAKEN_OVER,
        /** It has been in its agent's hands for longer than the campaign's chat time; {@code minutes}. */
        CHAT_TIME_OVER,
        /**
         * An AI agent hands over to a human; {@code reason}, and what it learnt: {@code question}, {@code answers},
         * {@code name}, {@code email}, {@code phone}, {@code order}, each only where there is one.
         */
        HANDED_OVER,
        /** An agent goes on with a conversation that is over; {@code by}, {@code id} of that conversation. */
        CONTINUED,
        /** The customer was blocked; {@code by}, {@code reason}. */
        BLOCKED,
        /** The customer is not blocked any more; {@code by}. */
        UNBLOCKED,
        /** What a later version of Pupitre wrote here. */
        UNKNOWN
    }
}
