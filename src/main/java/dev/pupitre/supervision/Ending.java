package dev.pupitre.supervision;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.Times.Handled;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to count of a conversation that is over.
 *
 * @param agent who had it in the end, by id; none where nobody did
 * @param assignedAt when it came into their hands
 * @param handled who had it for how long; null where an earlier version has written it down
 * @param lostAt when its customer had waited so long that they count as lost
 */
record Ending(
        ConversationId conversation,
        @Nullable CampaignId campaign,
        @Nullable String agent,
        @Nullable Instant assignedAt,
        Instant endedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant firstResponseDueAt,
        @Nullable Instant lostAt,
        @Nullable List<Handled> handled) {

    /** Who had it for how long; of one that an earlier version has written down only the last. */
    List<Handled> shares() {
        if (handled != null) {
            return handled;
        }
        return agent == null || assignedAt == null
                ? List.of()
                : List.of(new Handled(agent, campaign, (int)
                        Duration.between(assignedAt, endedAt).toSeconds()));
    }

    static Ending of(Conversation over) {
        var assignee = over.assignee();
        return new Ending(
                over.id(),
                over.campaign(),
                assignee == null ? null : assignee.id(),
                over.assignedAt(),
                over.closedAt() == null ? over.lastActivityAt() : over.closedAt(),
                over.firstResponseAt(),
                over.firstResponseDueAt(),
                over.lostAt(),
                over.times().handled());
    }
}
