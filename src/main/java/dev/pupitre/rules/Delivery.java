package dev.pupitre.rules;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.TableDeployment;
import dev.pupitre.engine.TableKeeper;
import dev.pupitre.engine.TableRefused;
import dev.pupitre.rules.TableVersion.State;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the engine and this node have what the store says is current.
 *
 * <p>It may be done again at any time and by several nodes at once: the engine makes no new version of what it has, and
 * whoever gave it a version looks afterwards whether there is a newer one.
 */
@Component
class Delivery implements TableKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final TableVersions versions;
    private final Drafts drafts;
    private final TableDeployment engine;
    private final DecisionTables tables;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delivery(
            TableVersions versions,
            Drafts drafts,
            TableDeployment engine,
            DecisionTables tables,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.engine = engine;
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Set<String> kept() {
        return Arrays.stream(TableName.values()).map(TableName::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void bringUp() {
        for (var table : TableName.values()) {
            upgrade(table);
            warnOfOldColumns(table);
            try {
                settleWithoutRefused(table);
            } catch (TableRefused refused) {
                // Without workers no conversation at all would go on, also not those that another table decides about.
                LOG.error(
                        "Expected the engine to take the version of {} that decides, but it goes by its own: {}",
                        table,
                        refused.getMessage());
            }
        }
    }

    /** A table that nobody has deployed by hand is replaced by the one that this version of Pupitre brings for the first time. */
    private void upgrade(TableName table) {
        versions.newest(table)
                .filter(TableVersion::isDeployed)
                .filter(newest -> newest.author() == null)
                .ifPresent(newest -> {
                    var packaged = table.packaged();
                    if (!versions.packaged(table).contains(packaged)) {
                        var _ = versions.add(newest.upgraded(packaged, clock.instant()));
                    }
                });
    }

    /** Screens tell analysts; whoever upgrades reads it here. */
    private void warnOfOldColumns(TableName table) {
        versions.current(table)
                .filter(current -> hasOldColumns(table, current))
                .ifPresent(current -> LOG.warn(
                        "Expected the columns that this Pupitre has, but version {} of {} has others: it goes on"
                                + " deciding, and its rows have to be carried over into dmn/{}.dmn",
                        current.number(),
                        table,
                        table));
    }

    /** Of a version that cannot be read at all, giving it to the engine tells. */
    private static boolean hasOldColumns(TableName table, TableVersion current) {
        try {
            return !TableColumns.fit(DmnReader.parse(table, current.dmn()));
        } catch (DmnRefused unreadable) {
            LOG.debug("{} cannot be read", current.id(), unreadable);
            return false;
        }
    }

    /** What the engine refuses was somebody's who has been told, or who is gone: it goes, and the others stay. */
    void settleWithoutRefused(TableName table) {
        try {
            settle(table);
        } catch (TableRefused refused) {
            LOG.warn("The engine refuses a version of {}, which is given up: {}", table, refused.getMessage());
            settle(table);
        }
    }

    /**
     * Gives the engine the newest version and whatever becomes the newest meanwhile, and decides by it here.
     *
     * @throws TableRefused when the engine refuses a version that it was never given before; this is then removed
     * @throws dev.pupitre.engine.EngineUnavailable when the engine does not answer
     */
    void settle(TableName table) {
        @Nullable TableVersion given = null;
        while (true) {
            var newest = versions.newest(table).orElseGet(() -> first(table));
            var target = newest.state() == State.WITHDRAWN ? before(newest) : newest;
            if (given != null && given.isSameAs(target)) {
                use(target);
                return;
            }
            give(target);
            if (newest.state() == State.WITHDRAWN) {
                versions.remove(newest);
            }
            given = target;
        }
    }

    private TableVersion before(TableVersion withdrawn) {
        return versions.find(withdrawn.tableName(), withdrawn.number() - 1)
                .orElseThrow(() -> new IllegalStateException("Expected a version before " + withdrawn.id()));
    }

    private TableVersion first(TableName table) {
        var packaged = table.packaged();
        var first = TableVersion.first(table, engine.deploy(table.id(), packaged), packaged, clock.instant());
        return versions.add(first) ? first : versions.newest(table).orElse(first);
    }

    private void give(TableVersion version) {
        try {
            var byEngine = engine.deploy(version.table(), version.dmn());
            if (version.state() == State.DEPLOYING) {
                if (versions.taken(version, byEngine)) {
                    LOG.info("Version {} of {} is deployed", version.number(), version.table());
                    events.publishEvent(new VersionDeployed(version));
                }
            } else if (byEngine != version.byEngine()) {
                LOG.info("The engine counts version {} of {} as {}", version.number(), version.table(), byEngine);
                var _ = versions.taken(version, byEngine);
            }
        } catch (TableRefused refused) {
            versions.remove(version);
            throw refused;
        }
    }

    /** Decides by this version from now on, unless by it or a newer one already; its draft is none any more. */
    synchronized void use(TableVersion version) {
        var inUse = tables.version(version.table()).orElse(0);
        var known = inUse == version.number() && tables.versionOf(version.table(), version.byEngine()) == inUse;
        if (version.isDeployed() && inUse <= version.number() && !known) {
            tables.use(version.table(), version.dmn(), version.number(), version.byEngine());
            if (version.draft() != null) {
                drafts.deployed(version.tableName(), version.draft());
            }
        }
    }
}
