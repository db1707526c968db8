package dev.pupitre.rules;

import dev.pupitre.engine.TableCompiler;
import dev.pupitre.rules.Backtest.Tested;
import dev.pupitre.rules.DmnRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the table that is to be tried, and makes it ready. */
@Component
class Subjects {
    private final Drafts drafts;
    private final TableVersions versions;
    private final Deployments deployments;
    private final Plans plans;
    private final TableCompiler compiler;

    Subjects(Drafts drafts, TableVersions versions, Deployments deployments, Plans plans, TableCompiler compiler) {
        this.drafts = drafts;
        this.versions = versions;
        this.deployments = deployments;
        this.plans = plans;
        this.compiler = compiler;
    }

    /** A table that is to be tried, and which it is. */
    record Found(Subject subject, Tested which) {}

    /**
     * What is written, or a draft, or a version; the current version where none of them is named.
     *
     * @throws DmnRefused when it is no file of this table, or cannot be evaluated
     */
    Subject of(TableName table, @Nullable String dmn, @Nullable String draft, @Nullable Integer version) {
        return find(table, dmn, draft, version).subject();
    }

    /** The same, and which it is. */
    Found find(TableName table, @Nullable String dmn, @Nullable String draft, @Nullable Integer version) {
        if (dmn != null) {
            return new Found(of(table, dmn), Tested.FILE);
        }
        if (draft != null) {
            var found = drafts.get(table, draft);
            return new Found(of(table, found.dmn()), Tested.of(found));
        }
        var deployed = version == null
                ? deployments.current(table)
                : versions.deployed(table, version).orElseThrow(() -> new NoSuchVersion(table, version));
        return new Found(of(table, deployed.dmn()), Tested.of(deployed.number()));
    }

    /** What was planned, as it was then. */
    Subject ofPlan(TableName table, String id) {
        return of(table, plans.content(plans.get(table, id)));
    }

    Subject of(TableName table, String dmn) {
        return read(compiler, table, dmn);
    }

    static Subject read(TableCompiler compiler, TableName table, String dmn) {
        var file = DmnReader.read(table, dmn);
        try {
            return new Subject(dmn, file, compiler.compile(dmn, table.id()));
        } catch (TableCompiler.NotCompiled refused) {
            throw new DmnRefused(
                    Reason.NOT_READABLE, null, "Expected a table that can be evaluated, but: " + refused.getMessage());
        }
    }
}
