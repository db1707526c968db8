package dev.pupitre.rules;

import dev.pupitre.conversation.Decision;
import dev.pupitre.engine.CompiledTable;
import dev.pupitre.engine.KeptRows;
import dev.pupitre.engine.KeptRows.Settled;
import dev.pupitre.engine.TableCompiler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of recorded decisions what they say about another table's rows, by the versions that took them; for one thread. */
final class EarlierVersions {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierVersions.class);

    private final Subject subject;
    private final TableVersions versions;
    private final TableCompiler compiler;
    private final Map<Integer, KeptRows> kept = new HashMap<>();

    EarlierVersions(Subject subject, TableVersions versions, TableCompiler compiler) {
        this.subject = subject;
        this.versions = versions;
        this.compiler = compiler;
    }

    /**
     * What need not be asked again. The row was found by this very version, asked in process, and by all that was known
     * then: what it says is also true where a text was cut when it was recorded, or something left out.
     */
    Settled settledBy(Decision decision) {
        return decision.version() == null || decision.row() == null
                ? Settled.NOTHING
                : kept.computeIfAbsent(decision.version(), this::kept).decidedBy(decision.row());
    }

    private KeptRows kept(int version) {
        return versions.deployed(subject.file().table(), version)
                .flatMap(this::compiled)
                .map(earlier -> KeptRows.of(subject.compiled(), earlier))
                .orElse(KeptRows.NONE);
    }

    /** Empty for one that decided before tables of its kind were refused. */
    private Optional<CompiledTable> compiled(TableVersion version) {
        try {
            return Optional.of(compiler.compile(version.dmn(), version.table()));
        } catch (TableCompiler.NotCompiled refused) {
            LOG.debug("{} cannot be compiled", version.id(), refused);
            return Optional.empty();
        }
    }
}
