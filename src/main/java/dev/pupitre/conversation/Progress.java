package dev.pupitre.conversation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with how far its process has led it, both of the same moment.
 *
 * @param round how often it was handed on; null for never
 * @param isHandedOn whether it was handed on ever, out of an agent's hands or out of the queue
 * @param waitedForOpening whether its campaign had it wait for the desk to open
 * @param team which it waits for, or waited for last; null where that was no team
 * @param decisions what the tables decided, oldest first
 */
public record Progress(
        Conversation conversation,
        @Nullable Integer round,
        boolean isHandedOn,
        boolean waitedForOpening,
        @Nullable String team,
        List<Decision> decisions) {
    static Progress of(StoredConversation stored) {
        var course = stored.course();
        return new Progress(
                stored.view(),
                course.round(),
                course.target() != null,
                Boolean.TRUE.equals(course.waitedForOpening()),
                course.team(),
                course.decisions());
    }

    /** Whether it was handed on in a way that its process, which is in this round, has yet to hear of. */
    public boolean isHandedOnSince(@Nullable Integer known) {
        return conversation.state().isOpen() && !Objects.equals(round, known);
    }

    /** What this table decided about it last. */
    public Optional<Decision> lastDecision(String table) {
        return decisions.reversed().stream()
                .filter(decision -> decision.table().equals(table))
                .findFirst();
    }
}
