package dev.pupitre.routing;

import java.time.Instant;

/**
 * Whether an agent is there, and with how many conversations.
 *
 * @param capacity how many conversations an agent is given at once
 * @param load how many the agent has; a claim may go beyond the capacity
 */
record Presence(Availability presence, int capacity, int load, Instant since) {}
