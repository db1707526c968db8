package dev.pupitre.day;

import java.time.Duration;

/**
 * How large the simulated day is, and what its campaign promises.
 *
 * @param arrivals how many conversations customers begin, from 07:00 to 20:00
 * @param returning how many of these are by customers who were here before on the same day
 * @param agents who have staggered shifts with a lunch break each
 * @param capacity how many conversations an agent has at once
 */
record Scenario(String name, long seed, int arrivals, int returning, int agents, int capacity) {
    static final Duration SERVICE_LEVEL = Duration.ofMinutes(2);
    static final int SERVICE_LEVEL_TARGET = 80;
    static final Duration DROPOUT = Duration.ofMinutes(15);
    static final Duration LONG_WAIT = Duration.ofMinutes(4);
    static final Duration IDLE = Duration.ofMinutes(20);
    static final int NOT_AGAIN_DAYS = 7;
}
