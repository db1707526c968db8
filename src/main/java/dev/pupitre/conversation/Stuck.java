package dev.pupitre.conversation;

import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Trail.Tried;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that does not move, as those who lead the desk see it.
 *
 * @param customer by name
 * @param cause why, as far as it is known
 * @param remedy what pushing it on does
 * @param tried when it was pushed on last; null where it was not
 */
record Stuck(
        ConversationId conversation,
        @Nullable CampaignId campaign,
        String customer,
        ConversationState state,
        Step step,
        Instant since,
        Cause cause,
        Remedy remedy,
        @Nullable Tried tried) {

    /**
     * Why it does not move.
     *
     * @param subject the kind of job nobody works on or that failed, or the table that cannot be evaluated
     * @param version the table's
     * @param message what the engine, or the job, says of it
     */
    record Cause(
            Kind kind,
            @Nullable String subject,
            @Nullable Integer version,
            @Nullable String message) {
        static final Cause UNKNOWN = new Cause(Kind.UNKNOWN, null, null, null);
        static final Cause PROCESS_GONE = new Cause(Kind.PROCESS_GONE, null, null, null);

        enum Kind {
            /** The engine does not answer, or not as a whole. */
            ENGINE_DOWN,
            /** No worker is open for the job that is next. */
            NO_WORKER,
            /** A job of it fails. */
            JOB_FAILED,
            /** A table cannot be evaluated. */
            TABLE,
            /** Its process instance has ended, or was cancelled. */
            PROCESS_GONE,
            UNKNOWN
        }
    }

    /** What pushing it on does. */
    enum Remedy {
        /** Its process is told again what it has not heard. */
        TELL_AGAIN,
        /** Its process begins again from the start. */
        BEGIN_AGAIN,
        /** A new process takes it up where it is. */
        TAKE_UP
    }

    static Stuck of(StoredConversation conversation, Standstill standstill, Cause cause) {
        var stored = conversation.course().trail().tried();
        return new Stuck(
                conversation.conversationId(),
                conversation.campaign(),
                conversation.customer().name(),
                conversation.state(),
                standstill.step(),
                standstill.since(),
                cause,
                remedyFor(conversation),
                stored);
    }

    static Remedy remedyFor(StoredConversation conversation) {
        if (conversation.due().stream().anyMatch(due -> due.kind().isForEngine())) {
            return Remedy.TELL_AGAIN;
        }
        return isUnderWay(conversation) ? Remedy.TAKE_UP : Remedy.BEGIN_AGAIN;
    }

    /** Somebody has had to do with it, or it was handed on: what the tables decided at first is past. */
    static boolean isUnderWay(StoredConversation conversation) {
        return conversation.state() != ConversationState.NEW
                || conversation.course().target() != null
                || conversation.service().automation().heard() != null;
    }
}
