package dev.pupitre.routing;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An agent's places for conversations.
 *
 * @param id the user's id
 * @param free how many places are left; below zero after claims beyond the capacity
 * @param taken how many places each campaign's conversations take, by {@link #key}
 * @param turn the number of the last turn in which a conversation was given to the agent; later ones are higher
 * @param turns the same for each campaign, of those that the campaign's strategy gave
 * @param missed what was offered and not opened, oldest first
 * @param watched whether the agent's browser has to be heard of; a program's need not
 * @param seenAt when the agent was last heard of
 * @param pause why the agent is away; null where nobody said so, and while they are not
 * @param ownCapacity what those who lead have set for this agent; null for what the settings say
 */
record Agent(
        @Id String id,
        String name,
        Availability presence,
        Instant since,
        int capacity,
        int free,
        List<Place> places,
        Map<String, Integer> taken,
        Long turn,
        Map<String, Long> turns,
        List<Missed> missed,
        Boolean watched,
        @Nullable Instant seenAt,
        @Nullable Pause pause,
        @Nullable Integer ownCapacity) {

    /** One that was stored before there were campaigns has none of their counts, and may be online for good. */
    Agent {
        places = requireNonNullElse(places, List.of());
        taken = requireNonNullElse(taken, Map.of());
        turn = requireNonNullElse(turn, 0L);
        turns = requireNonNullElse(turns, Map.of());
        missed = requireNonNullElse(missed, List.of());
        watched = requireNonNullElse(watched, true);
    }

    /**
     * A place taken by a conversation.
     *
     * @param ref tells it from an earlier or later place of the same conversation; none in those of earlier versions
     * @param team for which team it was meant; none for its campaign's members
     * @param expertise what who answers should know
     * @param chosen whether somebody chose the agent, rather than the campaign's strategy
     * @param offeredUntil until then the agent is to open it; none for as long as it takes
     * @param openedAt when the agent looked at it first
     * @param returning it is being given back
     * @param unattendedSince since then the agent is not there any more, but has answered, and keeps it
     */
    record Place(
            ConversationId conversation,
            @Nullable String ref,
            @Nullable CampaignId campaign,
            Instant since,
            @Nullable String team,
            @Nullable String expertise,
            Boolean chosen,
            @Nullable Instant offeredUntil,
            @Nullable Instant openedAt,
            Boolean returning,
            @Nullable Instant unattendedSince) {
        /** See {@link Agent}. */
        Place {
            chosen = requireNonNullElse(chosen, false);
            returning = requireNonNullElse(returning, false);
        }

        /** It was not opened in time. */
        boolean isOverdue(Instant now) {
            return offeredUntil != null && openedAt == null && offeredUntil.isBefore(now);
        }

        static Place dealt(QueueEntry entry, Instant now, @Nullable Instant until) {
            var team = entry.kind() == Pool.Kind.TEAM ? entry.target() : null;
            var chosen = entry.kind() == Pool.Kind.AGENT;
            return new Place(
                    entry.conversation(),
                    newRef(),
                    entry.campaign(),
                    now,
                    team,
                    entry.expertise(),
                    chosen,
                    until,
                    null,
                    false,
                    null);
        }

        static Place chosen(ConversationId conversation, @Nullable CampaignId campaign, Instant since) {
            return new Place(conversation, newRef(), campaign, since, null, null, true, null, since, false, null);
        }

        private static String newRef() {
            return UUID.randomUUID().toString();
        }
    }

    /** A conversation that the agent did not open in time. */
    record Missed(ConversationId conversation, Instant at) {}

    /** A campaign as a field of a document, which can hold no dot. */
    static String key(CampaignId campaign) {
        return "c-" + campaign.value().replace("~", "~7e").replace(".", "~2e").replace("$", "~24");
    }

    Optional<Place> place(ConversationId conversation) {
        return places.stream()
                .filter(place -> place.conversation().equals(conversation))
                .findFirst();
    }

    boolean hasMissed(ConversationId conversation, Instant after) {
        return missed.stream()
                .anyMatch(one ->
                        one.conversation().equals(conversation) && one.at().isAfter(after));
    }

    Presence view() {
        return new Presence(presence, capacity, places.size(), since, pause);
    }
}
