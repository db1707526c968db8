package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what the messaging policy says of messages, and keeps with each conversation every different answer once: a
 * long one says the same of hundreds.
 */
@Component
class Verdicts {
    private static final int MOST = 20;

    private final VerdictCounts counts;
    private final Transcripts transcripts;

    Verdicts(VerdictCounts counts, Transcripts transcripts) {
        this.counts = counts;
        this.transcripts = transcripts;
    }

    /**
     * Counts by what a message was sent.
     *
     * @return what the conversation has to keep of it; null where it has the same already
     */
    @Nullable
    Decision sent(StoredConversation conversation, @Nullable Decision decision) {
        if (decision == null) {
            return null;
        }
        counts.add(decision);
        var known = conversation.course().verdicts();
        return known.size() >= MOST || known.stream().anyMatch(other -> Decisions.same(other, decision))
                ? null
                : decision;
    }

    /** Counts why a message is not sent, and keeps it. */
    void refused(StoredConversation conversation, Decision decision) {
        var news = sent(conversation, decision);
        if (news != null) {
            transcripts.decided(conversation.conversationId(), news);
        }
    }
}
