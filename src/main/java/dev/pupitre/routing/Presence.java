package dev.pupitre.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent is there, and with how many conversations.
 *
 * @param capacity how many conversations an agent is given at once
 * @param load how many the agent has; a claim may go beyond the capacity
 * @param pause why the agent is away; null where nobody said so, and while they are not
 */
record Presence(
        Availability presence,
        int capacity,
        int load,
        Instant since,
        @Nullable Pause pause) {}
