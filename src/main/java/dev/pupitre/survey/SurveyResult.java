package dev.pupitre.survey;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What became of one conversation's survey.
 *
 * @param thread whom it was asked in; none when the customer is forgotten
 * @param agent who had the conversation at its end
 * @param score from 1, not content at all, to 5
 * @param ratedBy Meta's id of the message that gave the score
 * @param commentAskedAt when the comment was asked for
 */
record SurveyResult(
        @Id ConversationId conversation,
        @Nullable String thread,
        @Nullable CampaignId campaign,
        @Nullable String agent,
        Instant askedAt,
        @Nullable Integer score,
        @Nullable Instant ratedAt,
        @Nullable String ratedBy,
        @Nullable Instant commentAskedAt,
        @Nullable String comment,
        @Nullable String commentedBy) {
    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    static SurveyResult asked(
            ConversationId conversation,
            String thread,
            @Nullable CampaignId campaign,
            @Nullable String agent,
            Instant now) {
        return new SurveyResult(conversation, thread, campaign, agent, now, null, null, null, null, null, null);
    }

    /** Whether the next text is the comment that was asked for. */
    boolean awaitsComment() {
        return commentAskedAt != null && comment == null && commentedBy == null;
    }
}
