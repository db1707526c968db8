package dev.pupitre.conversation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Corrects what was foreseen of the tables that the engine asks after a conversation was prepared, where it has decided by
 * another version: a table deployed in between, or known to another node alone.
 */
@Component
public class Foreseen {
    private final Decisions decisions;

    Foreseen(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The process has come to who answers: the desk is open for it.
     *
     * @param routing what the engine said by output, as the process passes it on: null for what is no text, 0 for what is
     *     no number
     */
    public void confirm(Progress progress, Map<String, ? extends @Nullable Object> routing) {
        if (progress.isHandedOn()) {
            return;
        }
        confirm(progress, OpeningHours.TABLE, Map.of("open", true));
        confirm(progress, "routing", routing);
    }

    private void confirm(Progress progress, String table, Map<String, ? extends @Nullable Object> told) {
        progress.lastDecision(table)
                .filter(foreseen -> told.entrySet().stream()
                        .anyMatch(output -> !agrees(foreseen.outputs().get(output.getKey()), output.getValue())))
                .ifPresent(foreseen -> decisions.correct(progress.conversation().id(), foreseen, new HashMap<>(told)));
    }

    private static boolean agrees(@Nullable Object foreseen, @Nullable Object told) {
        return switch (told) {
            case Boolean open -> open != Boolean.FALSE.equals(foreseen);
            case Number number ->
                number.longValue() == (foreseen instanceof Number other ? Math.floor(other.doubleValue()) : 0);
            case null -> !(foreseen instanceof String);
            default -> told.equals(foreseen);
        };
    }
}
