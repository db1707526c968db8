package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Wordings;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What becomes of a conversation that finds its campaign's queue full. */
@Component
class Overflows {
    private final Admissions admissions;
    private final Agents agents;
    private final Choice choice;
    private final Teams teams;
    private final Conversations conversations;
    private final AutomaticMessages messages;
    private final Wordings wordings;

    Overflows(
            Admissions admissions,
            Agents agents,
            Choice choice,
            Teams teams,
            Conversations conversations,
            AutomaticMessages messages,
            Wordings wordings) {
        this.admissions = admissions;
        this.agents = agents;
        this.choice = choice;
        this.teams = teams;
        this.conversations = conversations;
        this.messages = messages;
        this.wordings = wordings;
    }

    /** For whom it waits; empty when it is not to wait at all. */
    Optional<Pool> admit(Conversation conversation, Campaign campaign, Pool pool) {
        var limit = campaign.waiting();
        if (limit.maximum() == 0
                || pool.kind() != Pool.Kind.MEMBERS
                || wasAdmitted(conversation)
                || admissions.admit(campaign.id(), conversation.id(), limit.maximum())
                || isServedAtOnce(pool)) {
            return Optional.of(pool);
        }
        tell(conversation, campaign);
        return switch (limit.overflow()) {
            case KEEP -> Optional.of(pool);
            case TEAM ->
                Optional.of(Optional.ofNullable(limit.team())
                        .flatMap(teams::find)
                        .map(team -> new Pool(campaign.id(), Pool.Kind.TEAM, team.id()))
                        .orElse(pool));
            case END -> Optional.empty();
        };
    }

    /** Whoever had an agent once, or was let in and is handed on since, is not turned away. */
    private boolean wasAdmitted(Conversation conversation) {
        return conversation.firstResponseAt() != null || conversations.wasHandedOn(conversation.id());
    }

    /** Those who wait are just being given to agents who have room for more. */
    private boolean isServedAtOnce(Pool pool) {
        var seats = agents.withRoom().stream().map(Seat::new).toList();
        return !choice.able(pool, seats, Set.of()).isEmpty();
    }

    private void tell(Conversation conversation, Campaign campaign) {
        var text = campaign.waiting().overflowText();
        if (!text.isBlank()) {
            messages.notifyCustomer(conversation.id(), "overflow", wordings.render(text, conversation));
        }
    }
}
