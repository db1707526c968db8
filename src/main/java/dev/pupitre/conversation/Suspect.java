package dev.pupitre.conversation;

import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Map;

/**
 * A conversation that does not move.
 *
 * @param raisedSince an alarm from then on was about the same
 */
record Suspect(StoredConversation conversation, Standstill standstill, Instant raisedSince) {
    Stuck stuck(Map<ConversationId, Stuck> known) {
        var before = known.get(conversation.conversationId());
        return Stuck.of(conversation, standstill, before == null ? Cause.UNKNOWN : before.cause());
    }

    boolean isRaised() {
        return isRaised(conversation, raisedSince);
    }

    static boolean isRaised(StoredConversation conversation, Instant since) {
        var raisedAt = conversation.course().trail().raisedAt();
        return raisedAt != null && !raisedAt.isBefore(since);
    }
}
