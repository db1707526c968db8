package dev.pupitre.supervision;

import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations that are over. */
final class Ends {
    private Ends() {}

    /** One that an agent had for so long, answered at once. */
    static Ending ending(String id, String campaign, String agent, Instant at, Duration handled) {
        var assigned = at.minus(handled);
        return new Ending(
                new ConversationId(id),
                new CampaignId(campaign),
                agent,
                assigned,
                at,
                assigned,
                assigned.plusSeconds(60),
                null,
                List.of(handled(agent, campaign, handled)));
    }

    static Ending answered(String id, String campaign, @Nullable Instant answered, Instant due, Instant ended) {
        return new Ending(
                new ConversationId(id), new CampaignId(campaign), null, null, ended, answered, due, null, null);
    }

    static Times.Handled handled(String agent, String campaign, Duration lasted) {
        return new Times.Handled(agent, new CampaignId(campaign), (int) lasted.toSeconds());
    }

    static Conversation closed(String id, String agent, Instant assignedAt, Instant closedAt) {
        return new Conversation(
                new ConversationId(id),
                ConversationState.CLOSED,
                Channel.MESSENGER,
                new Party("100", "Café"),
                new Conversation.Customer("of-" + id, "Zoé", null, null),
                null,
                null,
                new CampaignId("shop"),
                new Party(agent, agent),
                0,
                assignedAt,
                assignedAt,
                assignedAt,
                assignedAt,
                closedAt,
                null,
                null,
                null,
                null,
                closedAt,
                null,
                null,
                null,
                Duration.ZERO,
                false,
                0,
                null,
                2,
                2,
                List.of(),
                null,
                null,
                new Times(
                        assignedAt,
                        List.of(new Times.Wait(assignedAt, assignedAt, new CampaignId("shop"))),
                        List.of(handled(agent, "shop", Duration.between(assignedAt, closedAt)))),
                null,
                9);
    }
}
