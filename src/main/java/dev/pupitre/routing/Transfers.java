package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Author;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Target;
import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands conversations on, as agents and those who lead them wish. */
@Component
class Transfers {
    private final Conversations conversations;
    private final Routing routing;
    private final Campaigns campaigns;
    private final Teams teams;
    private final People people;

    Transfers(Conversations conversations, Routing routing, Campaigns campaigns, Teams teams, People people) {
        this.conversations = conversations;
        this.routing = routing;
        this.campaigns = campaigns;
        this.teams = teams;
        this.people = people;
    }

    /**
     * Hands the conversation on; its process looks for who answers next.
     *
     * @param note for whoever answers next
     * @throws NotInTheirHands when somebody else has it, unless the caller leads the agents; or when somebody else has
     *     just been given it
     */
    Conversation transfer(Caller caller, ConversationId id, Target target, @Nullable String note) {
        var before = conversations.get(id);
        requireHeldOrLed(caller, before);
        requirePossible(before, target);
        var assignee = before.assignee();
        var author = new Author(Author.Kind.AGENT, caller.getName(), caller.displayName());
        return routing.handOn(
                        id,
                        assignee == null ? null : assignee.id(),
                        () -> assignee == null
                                ? conversations.release(id, target, author, note)
                                : conversations.release(id, new UserId(assignee.id()), target, author, note))
                .orElseThrow(() -> refusal(conversations.get(id)));
    }

    /** It was given to somebody else meanwhile, or is over. */
    private static Conflict refusal(Conversation now) {
        return now.state() == ConversationState.ASSIGNED ? new NotInTheirHands() : new ConversationOver(now.state());
    }

    /** Gives the conversation to this agent at once, with room or without. */
    Conversation assign(ConversationId id, Person agent) {
        return routing.assign(agent.id(), agent.name(), id);
    }

    /** @throws InvalidInput when there is nobody of this id who may be given conversations */
    Person agent(String field, String id) {
        return Optional.of(id)
                .filter(given -> !given.isBlank() && given.length() <= 64)
                .flatMap(given -> people.find(new UserId(given)))
                .filter(person -> person.answers() && !person.program())
                .orElseThrow(() -> new InvalidInput(field, "Expected an agent, but there is none named " + id));
    }

    private static void requireHeldOrLed(Caller caller, Conversation conversation) {
        var leads = caller.roles().contains(Role.SUPERVISOR) || caller.roles().contains(Role.ADMIN);
        var waits = conversation.state() == ConversationState.WAITING;
        if (!leads && !waits && !Dealer.isHeldBy(caller.getName(), conversation)) {
            throw new NotInTheirHands();
        }
    }

    private void requirePossible(Conversation conversation, Target target) {
        var id = String.valueOf(target.id());
        switch (target.kind()) {
            case AGENT -> agent("to.agent", id);
            case TEAM -> {
                if (teams.find(id).isEmpty()) {
                    throw new InvalidInput("to.team", "Expected a team, but there is none named " + id);
                }
            }
            case CAMPAIGN -> {
                if (!campaigns.all().stream()
                        .filter(Campaign::enabled)
                        .anyMatch(campaign -> campaign.id().value().equals(id))) {
                    throw new InvalidInput(
                            "to.campaign", "Expected an enabled campaign, but there is none named " + id);
                }
            }
            case AI -> {
                if (!hasAssistant(conversation)) {
                    throw new InvalidInput(
                            "to.assistant", "Expected a campaign with an AI agent, but its own has none");
                }
            }
            case QUEUE -> {}
        }
    }

    private boolean hasAssistant(Conversation conversation) {
        return Optional.ofNullable(conversation.campaign())
                .flatMap(campaigns::find)
                .filter(campaign -> campaign.assistant().on())
                .isPresent();
    }

    /** Only who has a conversation hands it on, or those who lead the agents. */
    static final class NotInTheirHands extends Conflict {
        NotInTheirHands() {
            super("Expected a conversation of your own, but it is in other hands");
        }
    }
}
