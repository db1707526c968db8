package dev.pupitre.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version of a table, as it is stored; what it says is never changed.
 *
 * @param id see {@link #idOf}: a number is given once
 * @param attempt the deployment that wrote it; a number whose deployment failed is given again
 * @param byEngine the number that the engine counts it by; 0 while the engine has not told
 * @param author null where Pupitre brought it
 * @param reason null where Pupitre brought it
 * @param basedOn the version that its author began with; null for the first
 * @param restores the version whose content it is again; null where it is new
 * @param draft what it was before; null where there was none
 * @param plan the planned deployment that made it; null where it was deployed by hand
 * @param planned what it waited for; null where it was deployed by hand
 */
@Document("tableVersions")
record TableVersion(
        @Id String id,
        @Indexed String table,
        int number,
        String attempt,
        State state,
        int byEngine,
        @Nullable Person author,
        Instant at,
        @Nullable String reason,
        @Nullable Integer basedOn,
        @Nullable Integer restores,
        @Nullable Origin draft,
        @Nullable String plan,
        @Nullable Planned planned,
        String dmn) {
    /** A draft, as it was when it was deployed. */
    record Origin(String id, long revision) {}

    /**
     * What a planned deployment waited for.
     *
     * @param at the time it was planned for; null for as soon as it was approved
     * @param approved who has approved of it; null where nobody was asked
     */
    record Planned(@Nullable Instant at, PlannedDeployment.@Nullable Step approved) {}

    /** How far it has come. */
    enum State {
        /** Written down; the engine is asked, or was when a node stopped. */
        DEPLOYING,
        /** The engine has it. */
        DEPLOYED,
        /** Nobody knows whether the engine has it; it is no version, and the engine gets the one before again. */
        WITHDRAWN
    }

    static String idOf(TableName table, int number) {
        return table.id() + ":" + number;
    }

    /** One that comes with Pupitre, with the number that the engine counts it by. */
    static TableVersion first(TableName table, int byEngine, String dmn, Instant at) {
        return new TableVersion(
                idOf(table, byEngine),
                table.id(),
                byEngine,
                newAttempt(),
                State.DEPLOYED,
                byEngine,
                null,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                dmn);
    }

    /** One that comes with a newer Pupitre. */
    TableVersion upgraded(String packaged, Instant when) {
        return following(tableName(), new Deployments.Change(number, null, null, packaged), null, when, null);
    }

    /** The one after that which the change takes the place of; the engine is to be given it. */
    static TableVersion following(
            TableName table, Deployments.Change change, @Nullable Person by, Instant when, @Nullable String why) {
        var number = change.basedOn() + 1;
        return new TableVersion(
                idOf(table, number),
                table.id(),
                number,
                newAttempt(),
                State.DEPLOYING,
                0,
                by,
                when,
                why,
                change.basedOn(),
                change.restores(),
                change.draft(),
                null,
                null,
                change.dmn());
    }

    /** The same, by a planned deployment. */
    TableVersion by(PlannedDeployment plan) {
        return new TableVersion(
                id,
                table,
                number,
                attempt,
                state,
                byEngine,
                author,
                at,
                reason,
                basedOn,
                restores,
                draft,
                plan.id(),
                new Planned(plan.at(), plan.approved()),
                dmn);
    }

    private static String newAttempt() {
        return UUID.randomUUID().toString();
    }

    TableName tableName() {
        return TableName.of(table);
    }

    /** Whether it is the work of one and the same deployment. */
    boolean isSameAs(TableVersion other) {
        return attempt.equals(other.attempt);
    }

    boolean isDeployed() {
        return state == State.DEPLOYED;
    }
}
