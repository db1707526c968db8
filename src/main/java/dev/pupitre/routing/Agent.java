package dev.pupitre.routing;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;

/**
 * An agent's places for conversations.
 *
 * @param id the user's id
 * @param free how many places are left; below zero after claims beyond the capacity
 * @param lastGivenAt when a conversation was last given to the agent
 */
record Agent(
        @Id String id,
        String name,
        Availability presence,
        Instant since,
        int capacity,
        int free,
        Instant lastGivenAt,
        List<Place> places) {

    /** A place taken by a conversation. */
    record Place(ConversationId conversation, Instant since) {}

    Presence view() {
        return new Presence(presence, capacity, places.size(), since);
    }
}
