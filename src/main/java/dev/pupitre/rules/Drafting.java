package dev.pupitre.rules;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import dev.pupitre.kernel.InvalidInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins drafts and saves them; a draft may be wrong in its cells, but it is always a file of its table. */
@Component
class Drafting {
    private final Drafts drafts;
    private final TableVersions versions;
    private final Deployments deployments;
    private final Clock clock;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    Drafting(Drafts drafts, TableVersions versions, Deployments deployments, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.deployments = deployments;
        this.clock = clock;
    }

    /**
     * A copy of the current version, or of another, unless there is a content of its own.
     *
     * @param basedOn the current version where there is none
     */
    Draft begin(TableName table, @Nullable String dmn, @Nullable Integer basedOn, Person by) {
        var base = basedOn == null ? deployments.current(table) : base(table, basedOn);
        var content = dmn == null ? base.dmn() : dmn;
        var _ = DmnReader.read(table, content);
        var draft = new Draft(ids.generate().toString(), table.id(), base.number(), by, clock.instant(), 1, content);
        drafts.add(draft);
        return draft;
    }

    /**
     * The draft with another content.
     *
     * @param revision that was read
     * @param basedOn the version that has been taken into account meanwhile; as before where there is none
     */
    Draft save(TableName table, String id, long revision, String dmn, @Nullable Integer basedOn, Person by) {
        var before = drafts.get(table, id);
        var base = basedOn == null ? before.basedOn() : base(table, basedOn).number();
        var _ = DmnReader.read(table, dmn);
        var saved = before.saved(by, clock.instant(), base, dmn);
        if (before.revision() != revision || !drafts.replace(saved, before)) {
            throw TableConflict.changed(drafts.get(table, id), revision);
        }
        return saved;
    }

    private TableVersion base(TableName table, int number) {
        return versions.deployed(table, number)
                .orElseThrow(() -> new InvalidInput("basedOn", "is no version of " + table));
    }
}
