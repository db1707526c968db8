package dev.pupitre.rules;

import dev.pupitre.audit.Audit;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.TableDeployment;
import dev.pupitre.engine.TableRefused;
import dev.pupitre.rules.DmnRefused.Reason;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Deploys drafts, and old versions again: written down first, then given to the engine, then current. */
@Service
class Deployments {
    /** Why a table is deployed, and whether its warnings were seen. */
    record Order(Person by, String reason, boolean acknowledged) {}

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
        var draft = drafts.get(table, draftId);
        if (draft.revision() != revision) {
            throw TableConflict.changed(draft, revision);
        }
        var current = current(table);
        if (draft.basedOn() != current.number()) {
            throw TableConflict.newer(current, draft.basedOn());
        }
        demandChanged(current, draft.dmn());
        demandReadable(table, draft.dmn());
        gates.forEach(gate -> gate.demand(table, draft.dmn(), order.acknowledged()));
        var deployed = deploy(
                current.following(order.by(), clock.instant(), order.reason(), null, draft.origin(), draft.dmn()));
        drafts.deployed(table, draft.origin());
        return deployed;
    }

    /**
     * Makes a new version with the content of an old one. Nothing else than the engine keeps it from that: it is the way
     * out of trouble, and what was checked or tried since need not fit what was there before.
     *
     * @param seen the version that was current for whoever rolls back; null where that was not said
     */
    TableVersion rollBack(TableName table, int number, @Nullable Integer seen, Order order) {
        var old = versions.deployed(table, number).orElseThrow(() -> new NoSuchVersion(table, number));
        var current = current(table);
        if (seen != null && seen != current.number()) {
            throw TableConflict.newer(current, seen);
        }
        demandChanged(current, old.dmn());
        demandReadable(table, old.dmn());
        return deploy(current.following(order.by(), clock.instant(), order.reason(), number, null, old.dmn()));
    }

    /** @throws EngineProblem while the engine has never answered: before that there is no version */
    TableVersion current(TableName table) {
        return versions.current(table).orElseThrow(EngineProblem::neverAnswered);
    }

    private static void demandChanged(TableVersion current, String dmn) {
        if (dmn.equals(current.dmn())) {
            throw TableConflict.same(current);
        }
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
