package dev.pupitre.rules;

import dev.pupitre.audit.Audit;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.TableDeployment;
import dev.pupitre.engine.TableRefused;
import dev.pupitre.rules.DmnRefused.Reason;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Deploys drafts, and old versions again: written down first, then given to the engine, then current. */
@Service
class Deployments {
    /** Why a table is deployed, and whether its warnings, or what fails in an old version, were seen. */
    record Order(Person by, String reason, boolean acknowledged) {}

    /**
     * A content that may become the next version.
     *
     * @param basedOn the version that it takes the place of
     * @param restores the version whose content it is again; null where it is new
     * @param draft what it is now; null where it is an old version
     */
    record Change(int basedOn, @Nullable Integer restores, TableVersion.@Nullable Origin draft, String dmn) {}

    private final TableVersions versions;
    private final Drafts drafts;
    private final Delivery delivery;
    private final TableDeployment engine;
    private final List<DeployGate> gates;
    private final Clock clock;

    Deployments(
            TableVersions versions,
            Drafts drafts,
            Delivery delivery,
            TableDeployment engine,
            List<DeployGate> gates,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.delivery = delivery;
        this.engine = engine;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Makes the draft the current version; it is no draft any more.
     *
     * @param revision that the analyst has seen
     */
    TableVersion deploy(TableName table, String draftId, long revision, Order order) {
        var change = ofDraft(table, draftId, revision, order.acknowledged());
        return deploy(table, change, version(table, change, order.by(), order.reason()));
    }

    /**
     * Makes a new version with the content of an old one. It is the way out of trouble: where it has errors or fails
     * cases, which were written since, it is enough that this was seen.
     *
     * @param seen the version that was current for whoever rolls back; null where that was not said
     */
    TableVersion rollBack(TableName table, int number, @Nullable Integer seen, Order order) {
        var change = ofVersion(table, number, seen, order.acknowledged());
        return deploy(table, change, version(table, change, order.by(), order.reason()));
    }

    /**
     * The draft, checked, as what it may become.
     *
     * @param revision that the analyst has seen
     */
    Change ofDraft(TableName table, String draftId, long revision, boolean acknowledged) {
        var draft = drafts.get(table, draftId);
        if (draft.revision() != revision) {
            throw TableConflict.changed(draft, revision);
        }
        var change = new Change(draft.basedOn(), null, draft.origin(), draft.dmn());
        demandDeployable(table, change, acknowledged);
        return change;
    }

    /**
     * An old version as what it may become.
     *
     * @param seen the version that was current for whoever rolls back; null where that was not said
     * @param acknowledged whether it may become that whatever fails
     */
    Change ofVersion(TableName table, int number, @Nullable Integer seen, boolean acknowledged) {
        var old = versions.deployed(table, number).orElseThrow(() -> new NoSuchVersion(table, number));
        var change = new Change(seen == null ? current(table).number() : seen, number, null, old.dmn());
        demandDeployable(table, change, acknowledged);
        return change;
    }

    /** What is wrong with it now keeps it back, unless it is a way back of which that was seen. */
    void demandDeployable(PlannedDeployment plan, String dmn) {
        demandDeployable(plan.tableName(), plan.change(dmn), plan.isAcknowledged());
    }

    /** Deploys what was planned, checked now that its time has come; nothing where it is deployed already. */
    TableVersion deploy(PlannedDeployment plan, String dmn) {
        var table = plan.tableName();
        var begun = begun(plan);
        if (begun.isPresent()) {
            return begun.get().isDeployed() ? begun.get() : delivered(begun.get());
        }
        var change = plan.change(dmn);
        return deploy(
                table,
                change,
                version(table, change, plan.author(), plan.reason()).by(plan));
    }

    /** The version that it is already, or is becoming. */
    Optional<TableVersion> begun(PlannedDeployment plan) {
        return versions.find(plan.tableName(), plan.basedOn() + 1)
                .filter(version -> plan.id().equals(version.plan()))
                .filter(version -> version.state() != TableVersion.State.WITHDRAWN);
    }

    private void demandDeployable(TableName table, Change change, boolean acknowledged) {
        var current = current(table);
        if (change.basedOn() != current.number()) {
            throw TableConflict.newer(current, change.basedOn());
        }
        if (change.dmn().equals(current.dmn())) {
            throw TableConflict.same(current);
        }
        demandReadable(table, change.dmn());
        // The warnings of an old version were seen when it was new.
        var isOld = change.restores() != null;
        if (!isOld || !acknowledged) {
            gates.forEach(gate -> gate.demand(table, change.dmn(), isOld || acknowledged));
        }
    }

    private TableVersion version(TableName table, Change change, Person by, String reason) {
        return TableVersion.following(table, change, by, clock.instant(), reason);
    }

    private TableVersion deploy(TableName table, Change change, TableVersion next) {
        var deployed = deploy(next);
        if (change.draft() != null) {
            drafts.deployed(table, change.draft());
        }
        return deployed;
    }

    /** @throws EngineProblem while the engine has never answered: before that there is no version */
    TableVersion current(TableName table) {
        return versions.current(table).orElseThrow(EngineProblem::neverAnswered);
    }

    private TableVersion deploy(TableVersion next) {
        var before = next.number() - 1;
        Audit.changing("version", before, next.number());
        Audit.changing("reason", null, next.reason());
        if (!versions.add(next)) {
            throw versions.find(next.tableName(), next.number())
                    .map(other ->
                            other.isDeployed() ? TableConflict.newer(other, before) : TableConflict.underWay(other))
                    .orElseGet(() -> TableConflict.underWay(next));
        }
        Audit.begun();
        return delivered(next);
    }

    private void demandReadable(TableName table, String dmn) {
        var _ = DmnReader.read(table, dmn);
        try {
            engine.demandReadable(dmn);
        } catch (TableRefused refused) {
            throw new DmnRefused(
                    Reason.NOT_READABLE, null, "Expected a table that can be evaluated, but: " + refused.getMessage());
        }
    }

    /** Whatever happens to this call: what was not withdrawn is finished by a node that looks. */
    private TableVersion delivered(TableVersion next) {
        try {
            delivery.settle(next.tableName());
        } catch (EngineUnavailable away) {
            if (versions.withdraw(next)) {
                throw EngineProblem.unavailable(away);
            }
        } catch (TableRefused refused) {
            if (deployed(next) == null) {
                throw EngineProblem.refused(refused);
            }
        }
        var deployed = deployed(next);
        if (deployed == null) {
            throw TableConflict.underWay(next);
        }
        return deployed;
    }

    private @Nullable TableVersion deployed(TableVersion next) {
        return versions.deployed(next.tableName(), next.number())
                .filter(next::isSameAs)
                .orElse(null);
    }
}
