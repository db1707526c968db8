package dev.pupitre.day;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One conversation that a customer begins, with all that will be done in it, and how far it has come.
 *
 * <p>Each has its own chance, so that what one customer does is the same whoever answers, and when.
 */
final class Visit {
    /** How far the desk is with it. */
    enum Phase {
        COMING,
        /** The desk is closed; it waits for the next opening. */
        WAITS_FOR_OPENING,
        QUEUED,
        HELD,
        OVER
    }

    /** How a customer leaves who does not want to wait any longer. */
    enum Leaving {
        NEVER,
        WITHOUT_A_WORD,
        WITH_A_WORD
    }

    /** Whom an agent hands it on to. */
    enum HandOn {
        NOBODY,
        TEAM,
        COLLEAGUE
    }

    /** What an arrival counts as in the end. */
    enum Outcome {
        IN_TIME,
        LATER,
        LOST,
        WITHDRAWN,
        NEXT_OPENING
    }

    final int number;
    final Visitor visitor;
    final boolean urgent;
    final boolean asksAgain;
    final Leaving leaving;
    final Duration patience;
    final boolean fallsSilent;
    final HandOn handOn;
    final int score;
    final boolean typesScore;
    private final Random chance;
    int questionsLeft;

    Phase phase = Phase.COMING;

    @Nullable
    String conversation;

    @Nullable
    DayAgent agent;
    /** Who it waits for: an agent's or a team's id; none for all. */
    @Nullable
    String waitsFor;
    /** Grows with each step that is planned: one that was planned before is void. */
    int step;

    int received;
    int sent;
    int spared;

    @Nullable
    Instant arrivedAt;
    /** When its present wait in the queue began. */
    @Nullable
    Instant waitsSince;

    @Nullable
    Instant enteredQueueAt;

    @Nullable
    Instant firstAssignedAt;

    @Nullable
    Instant firstAnswerAt;

    boolean cameWhileClosed;
    boolean told;
    boolean lost;
    boolean gone;
    boolean answeredInTheseHands;
    boolean handedOn;
    boolean withdrawn;
    boolean carriedOver;
    boolean surveyed;
    boolean scored;

    Visit(int number, Visitor visitor, long seed) {
        this.number = number;
        this.visitor = visitor;
        chance = new Random(seed * 1_000_003 + number);
        urgent = chance.nextInt(100) < 5;
        asksAgain = chance.nextInt(100) < 8;
        leaving = switch (chance.nextInt(100) / 10) {
            case 0 -> Leaving.WITH_A_WORD;
            case 1, 2 -> Leaving.WITHOUT_A_WORD;
            default -> Leaving.NEVER;
        };
        patience = Duration.ofMillis(120_000 + (long) (-Math.log(1 - chance.nextDouble()) * 480_000));
        fallsSilent = chance.nextInt(100) < 6;
        handOn = switch (chance.nextInt(40)) {
            case 0 -> HandOn.TEAM;
            case 1 -> HandOn.COLLEAGUE;
            default -> HandOn.NOBODY;
        };
        questionsLeft = new int[] {0, 0, 0, 0, 1, 1, 1, 1, 2, 2}[chance.nextInt(10)];
        score = chance.nextInt(100) < 45 ? 1 + chance.nextInt(5) : 0;
        typesScore = chance.nextInt(100) < 15;
    }

    /** A while between these, in seconds; to the millisecond, so that two things hardly ever come at once. */
    Duration between(int least, int most) {
        return Duration.ofMillis(least * 1000L + chance.nextInt((most - least) * 1000));
    }

    String conversation() {
        if (conversation == null) {
            throw new IllegalStateException("Expected " + this + " to have a conversation");
        }
        return conversation;
    }

    DayAgent agent() {
        if (agent == null) {
            throw new IllegalStateException("Expected " + this + " to be in somebody's hands");
        }
        return agent;
    }

    Instant arrivedAt() {
        return known(arrivedAt);
    }

    Instant enteredQueueAt() {
        return known(enteredQueueAt);
    }

    Instant firstAssignedAt() {
        return known(firstAssignedAt);
    }

    /** Until an agent had it, from when it was in the queue. */
    double minutesWaited() {
        return Duration.between(enteredQueueAt(), firstAssignedAt()).toMillis() / 60_000.0;
    }

    private Instant known(@Nullable Instant instant) {
        if (instant == null) {
            throw new IllegalStateException("Expected " + this + " to have come further");
        }
        return instant;
    }

    /** Whether it was to be answered within the service level, and was. */
    boolean isInTime() {
        return firstAnswerAt != null && !firstAnswerAt.isAfter(Hours.after(enteredQueueAt(), Scenario.SERVICE_LEVEL));
    }

    /** What became of it: each is of one kind only. */
    Outcome outcome() {
        if (carriedOver) {
            return Outcome.NEXT_OPENING;
        }
        if (lost) {
            return Outcome.LOST;
        }
        if (firstAnswerAt == null) {
            return Outcome.WITHDRAWN;
        }
        return isInTime() ? Outcome.IN_TIME : Outcome.LATER;
    }

    boolean isBefore(Visit other) {
        if (urgent != other.urgent) {
            return urgent;
        }
        return arrivedAt != null && other.arrivedAt != null && arrivedAt.isBefore(other.arrivedAt);
    }

    @Override
    public String toString() {
        return "visit %d of %s (%s, %d in, %d out, %s)"
                .formatted(number, visitor.id, phase, received, sent, conversation);
    }
}
