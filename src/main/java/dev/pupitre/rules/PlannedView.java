package dev.pupitre.rules;

import dev.pupitre.rules.PlannedDeployment.Failure;
import dev.pupitre.rules.PlannedDeployment.State;
import dev.pupitre.rules.PlannedDeployment.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A planned deployment as it is shown.
 *
 * @param draft the id of the draft that it was
 * @param at when it takes effect; null for as soon as it is approved
 * @param acknowledged whether its author has seen what was wrong with it; null where that was not asked yet
 */
record PlannedView(
        String id,
        String table,
        int basedOn,
        @Nullable Integer restores,
        @Nullable String draft,
        Person author,
        Instant askedAt,
        String reason,
        @Nullable Instant at,
        boolean approval,
        @Nullable Boolean acknowledged,
        State state,
        @Nullable Step approved,
        @Nullable Step ended,
        @Nullable Integer version,
        @Nullable Failure failure) {
    static PlannedView of(PlannedDeployment plan) {
        var draft = plan.draft();
        return new PlannedView(
                plan.id(),
                plan.table(),
                plan.basedOn(),
                plan.restores(),
                draft == null ? null : draft.id(),
                plan.author(),
                plan.askedAt(),
                plan.reason(),
                plan.at(),
                plan.approval(),
                plan.acknowledged(),
                plan.state(),
                plan.approved(),
                plan.ended(),
                plan.version(),
                plan.failure());
    }
}
