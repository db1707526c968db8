package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far its process has led a conversation.
 *
 * @param decisions what the tables decided, oldest first
 * @param verdicts what the messaging policy said of its messages, oldest first, each different answer once
 * @param target to whom it was handed on last
 * @param team which it waits for, or waited for last; null where that was no team
 * @param opensAt it waits for the desk to open then
 * @param waitedForOpening whether the desk was closed when it began, and it was told to wait; null for no
 * @param awaited whether the process waits for what the customer writes, as the AI agent's next turn does
 * @param kind what the customer did first, as the table {@code listening} hears of it; null in earlier versions
 * @param round how often it was handed on: what is said of an earlier round is not meant for this one; null for never
 * @param told which automatic messages the customer was told: each once, however long the transcript grows
 * @param trail what is known of the process itself
 */
record Course(
        List<Decision> decisions,
        List<Decision> verdicts,
        @Nullable Target target,
        @Nullable String team,
        @Nullable Instant opensAt,
        @Nullable Boolean waitedForOpening,
        Boolean awaited,
        @Nullable String kind,
        @Nullable Integer round,
        List<String> told,
        Trail trail) {
    static final Course BEGUN =
            new Course(List.of(), List.of(), null, null, null, null, false, null, null, List.of(), Trail.NONE);

    /** Of all tables, in the order in which they were asked. */
    List<Decision> allDecisions() {
        return Stream.concat(decisions.stream(), verdicts.stream())
                .sorted(Comparator.comparing(Decision::at))
                .toList();
    }

    /** The process is due to begin. */
    static Course begunBy(List<Due> due) {
        var kind = due.stream()
                .filter(first -> first.kind() == Due.Kind.START)
                .map(Due::ref)
                .findFirst()
                .orElse(null);
        return new Course(List.of(), List.of(), null, null, null, null, false, kind, null, List.of(), Trail.NONE);
    }

    /** One that an update has made in a conversation of an earlier version has only what that update set. */
    Course {
        decisions = requireNonNullElse(decisions, List.of());
        verdicts = requireNonNullElse(verdicts, List.of());
        awaited = requireNonNullElse(awaited, false);
        told = requireNonNullElse(told, List.of());
        trail = requireNonNullElse(trail, Trail.NONE);
    }
}
