package dev.pupitre.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a table would have decided about the last conversations.
 *
 * @param tested which table; null in what an earlier version wrote
 * @param by the user who has started it
 * @param cancelled somebody wants it to end
 * @param done how many conversations were looked at
 * @param total how many there are to look at
 * @param failed why it broke off; null where it did not, and in what an earlier version wrote
 * @param failure the same in the words of what broke
 */
@Document(Backtest.COLLECTION)
record Backtest(
        @Id String id,
        String table,
        @Nullable Tested tested,
        String by,
        State state,
        boolean cancelled,
        long done,
        long total,
        Findings findings,
        @Nullable Cause failed,
        @Nullable String failure,
        Instant startedAt,
        Instant updatedAt) {
    static final String COLLECTION = "backtests";

    /** A node that says nothing for so long has stopped, or does not get on. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    /** Why one breaks off; the screens have words for each. */
    enum Cause {
        /** Its node has stopped, or does not get on. */
        LOST,
        TOOK_TOO_LONG,
        /** The store was away, or the table's own cells break. */
        ERROR
    }

    /** Which table is tested: a draft as it was saved, or a version; a file, where both are null. */
    record Tested(@Nullable OfDraft draft, @Nullable Integer version) {
        static final Tested FILE = new Tested(null, null);

        static Tested of(Draft draft) {
            var saved = new OfDraft(draft.id(), draft.revision(), draft.author().name(), draft.at());
            return new Tested(saved, null);
        }

        static Tested of(int version) {
            return new Tested(null, version);
        }
    }

    /** A draft as it was when it was tested, whatever has become of it since. */
    record OfDraft(String id, long revision, String author, Instant at) {}

    /** How it does. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * What was found so far.
     *
     * @param decisions of the table that could be taken again
     * @param changed how many of these it would decide otherwise
     * @param notComparable of which was not recorded what the table was asked, as far as it matters
     * @param groups the changes, the most frequent first
     * @param further the changes of kinds that no group was made for; null where there are none, and in what an earlier
     *     version wrote
     * @param neverHit the rows that took none of them, the first is 1
     */
    record Findings(
            int decisions,
            int changed,
            int notComparable,
            List<Group> groups,
            @Nullable Further further,
            List<Integer> neverHit) {
        static final Findings NONE = new Findings(0, 0, 0, List.of(), null, List.of());
    }

    /**
     * Changes that differ from all groups, and mostly from one another.
     *
     * @param conversations some of them, the newest first
     */
    record Further(int count, List<String> conversations) {}

    /**
     * Decisions that would change in the same way.
     *
     * @param from what was decided, without what is null
     * @param to what would be decided
     * @param failure why nothing would be decided: the conversations would stop there; mostly null
     * @param conversations some of them, the newest first
     */
    record Group(
            Map<String, Object> from,
            Map<String, Object> to,
            @Nullable String failure,
            int count,
            List<String> conversations) {}

    /** As it is known at this moment. */
    Backtest at(Instant now) {
        return state == State.RUNNING && updatedAt.plus(SILENCE).isBefore(now)
                ? new Backtest(
                        id,
                        table,
                        tested,
                        by,
                        State.FAILED,
                        cancelled,
                        done,
                        total,
                        findings,
                        Cause.LOST,
                        "Nothing was heard of it for %s: the node that ran it has stopped, or a row takes too long"
                                .formatted(SILENCE),
                        startedAt,
                        updatedAt)
                : this;
    }
}
