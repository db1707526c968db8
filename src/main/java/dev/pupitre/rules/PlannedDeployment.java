package dev.pupitre.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A change of a table that waits for its time, for somebody's approval, or for both; also what became of it.
 *
 * @param basedOn the version that is current when it is asked for, and has to be when the time has come
 * @param restores the version whose content it is again; null where it is new
 * @param draft as it was when it was asked for; null where an old version is meant
 * @param at when it takes effect; null where that is as soon as it may
 * @param approval whether somebody else has to approve of it
 * @param acknowledged whether its author has seen what was wrong with it; null where that was not asked yet
 * @param approved who did; null as long as nobody has
 * @param ended how it ended; null as long as it has not
 * @param version that it has become
 * @param failure why it could not be deployed
 * @param due what its process has yet to be told
 * @param openDraft the id of the draft as long as the plan is open: no two have the same
 */
@Document("plannedDeployments")
record PlannedDeployment(
        @Id String id,
        @Indexed String table,
        int basedOn,
        @Nullable Integer restores,
        TableVersion.@Nullable Origin draft,
        Person author,
        Instant askedAt,
        String reason,
        @Nullable Instant at,
        boolean approval,
        @Nullable Boolean acknowledged,
        @Indexed State state,
        @Nullable Step approved,
        @Nullable Step ended,
        @Nullable Integer version,
        @Nullable Failure failure,
        @Nullable Signal due,
        @Indexed(unique = true, sparse = true) @Nullable String openDraft) {
    /** How far it has come. */
    enum State {
        PENDING_APPROVAL,
        SCHEDULED,
        /** Its time has come; it is checked and given to the engine. */
        DEPLOYING,
        DEPLOYED,
        REFUSED,
        CANCELLED,
        FAILED;

        boolean isOpen() {
            return this == PENDING_APPROVAL || this == SCHEDULED || this == DEPLOYING;
        }
    }

    /** What the process waits for. */
    enum Signal {
        START,
        DECIDED,
        CANCELLED
    }

    /**
     * What somebody has done about it.
     *
     * @param by null where the process did, or somebody in Tasklist, whom it does not name
     */
    record Step(@Nullable Person by, Instant at, @Nullable String comment) {}

    /** Why it could not be deployed; the screens have words for the codes, which are those of a deployment by hand. */
    record Failure(String code, String detail) {}

    /** The content as it was when the change was asked for; by the id of the plan. */
    @Document("plannedTables")
    record Content(@Id String id, String dmn) {}

    TableName tableName() {
        return TableName.of(table);
    }

    /**
     * The warnings of a draft were seen, or it would not have been planned. A way back of before anybody was asked goes on
     * as it was promised.
     */
    boolean isAcknowledged() {
        return restores == null || !Boolean.FALSE.equals(acknowledged);
    }

    Deployments.Change change(String dmn) {
        return new Deployments.Change(basedOn, restores, draft, dmn);
    }
}
