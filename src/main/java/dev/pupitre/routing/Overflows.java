package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Progress;
import dev.pupitre.conversation.Wordings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a conversation that finds its campaign's queue full. */
@Component
class Overflows {
    private final Admissions admissions;
    private final Places places;
    private final Dealer dealer;
    private final Routing routing;
    private final Teams teams;
    private final AutomaticMessages messages;
    private final Wordings wordings;

    Overflows(
            Admissions admissions,
            Places places,
            Dealer dealer,
            Routing routing,
            Teams teams,
            AutomaticMessages messages,
            Wordings wordings) {
        this.admissions = admissions;
        this.places = places;
        this.dealer = dealer;
        this.routing = routing;
        this.teams = teams;
        this.messages = messages;
        this.wordings = wordings;
    }

    /**
     * How it goes on.
     *
     * @param keeper who keeps a place for it, so that it need not wait; none where it waits
     */
    record Admission(Pool pool, @Nullable Agent keeper) {}

    /** Empty when it is not to wait at all. */
    Optional<Admission> admit(Progress progress, Campaign campaign, RouteReader.Wanted wanted) {
        var conversation = progress.conversation();
        var pool = wanted.pool();
        var limit = campaign.waiting();
        if (limit.maximum() == 0 || isInHands(conversation)) {
            return Optional.of(new Admission(pool, null));
        }
        if (mayStay(progress)) {
            return Optional.of(kept(conversation, pool));
        }
        var admission = letIn(routing.entry(conversation, wanted), limit.maximum());
        if (admission.isPresent()) {
            return admission;
        }
        tell(conversation, campaign);
        return switch (limit.overflow()) {
            case KEEP -> Optional.of(kept(conversation, pool));
            case TEAM -> Optional.of(kept(conversation, otherTeam(campaign).orElse(pool)));
            case END -> Optional.empty();
        };
    }

    /** Waits for its campaign with all the others, however many these are, and is one of them for who comes next. */
    private Admission kept(Conversation conversation, Pool pool) {
        admissions.enter(pool.campaign(), conversation.id());
        return new Admission(pool, null);
    }

    /** A repeated job comes late. */
    private static boolean isInHands(Conversation conversation) {
        return conversation.state() == ConversationState.ASSIGNED || conversation.state() == ConversationState.CLOSING;
    }

    /** Whoever had an agent once, was let in and is handed on since, or was told to wait for the opening, may stay. */
    private static boolean mayStay(Progress progress) {
        return progress.conversation().firstResponseAt() != null
                || progress.isHandedOn()
                || progress.waitedForOpening();
    }

    /** Where so many wait, there may still be an agent with room, or one of them on the way to an agent. */
    private Optional<Admission> letIn(QueueEntry entry, int maximum) {
        if (dealer.isHoldingBack(entry.campaign())) {
            // Nobody is served before those who waited for the opening: it is not known yet who will find a place.
            admissions.enter(entry.campaign(), entry.conversation());
            return Optional.of(new Admission(entry.whoFor(), null));
        }
        do {
            if (admissions.admit(entry.campaign(), entry.conversation(), maximum)) {
                return Optional.of(new Admission(entry.whoFor(), null));
            }
            var keeper = dealer.keep(entry);
            if (keeper.isPresent()) {
                return Optional.of(new Admission(entry.whoFor(), keeper.get()));
            }
        } while (admissions.leave(entry.campaign(), places.conversations()));
        return Optional.empty();
    }

    private Optional<Pool> otherTeam(Campaign campaign) {
        return Optional.ofNullable(campaign.waiting().team())
                .flatMap(teams::find)
                .map(team -> new Pool(campaign.id(), Pool.Kind.TEAM, team.id()));
    }

    private void tell(Conversation conversation, Campaign campaign) {
        var text = campaign.waiting().overflowText();
        if (!text.isBlank()) {
            messages.notifyCustomer(conversation.id(), "overflow", wordings.render(text, conversation));
        }
    }
}
