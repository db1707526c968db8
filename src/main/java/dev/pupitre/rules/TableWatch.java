package dev.pupitre.rules;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.TableRefused;
import dev.pupitre.rules.TableVersion.State;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes what other nodes have deployed, and finishes what a node has left half done. */
@Component
class TableWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);

    private final TableVersions versions;
    private final Delivery delivery;
    private final DecisionTables tables;
    private final RulesProperties properties;
    private final Clock clock;
    private final Map<TableName, Instant> nextTry = new HashMap<>();
    private volatile boolean running;

    TableWatch(
            TableVersions versions, Delivery delivery, DecisionTables tables, RulesProperties properties, Clock clock) {
        this.versions = versions;
        this.delivery = delivery;
        this.tables = tables;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.rules.look:2s}")
    void look() {
        look(true);
    }

    /** @param finishing what is left behind, for which the engine has to be there */
    private synchronized void look(boolean finishing) {
        try {
            var inUse = new HashMap<TableName, Integer>();
            for (var table : TableName.values()) {
                tables.version(table.id())
                        .ifPresentOrElse(number -> inUse.put(table, number), () -> look(table, finishing));
            }
            versions.withSuccessor(inUse).forEach(table -> look(table, finishing));
        } catch (DataAccessException away) {
            LOG.warn(
                    "Expected to look for new versions of tables, but the store did not answer: {}", away.getMessage());
        }
    }

    private void look(TableName table, boolean finishing) {
        versions.current(table).ifPresent(this::use);
        if (finishing) {
            versions.newest(table).filter(this::isLeftBehind).ifPresent(_ -> finish(table));
        }
    }

    /** What this version of Pupitre cannot read any more must not keep the others, or the node, from going on. */
    private void use(TableVersion version) {
        try {
            delivery.use(version);
        } catch (TableRefused refused) {
            LOG.error(
                    "Expected to decide by version {} of {}, but it cannot be read; what decided before goes on: {}",
                    version.number(),
                    version.table(),
                    refused.getMessage());
        }
    }

    private boolean isLeftBehind(TableVersion newest) {
        return newest.state() == State.WITHDRAWN
                || (newest.state() == State.DEPLOYING
                        && !clock.instant().isBefore(newest.at().plus(properties.finishAfter())));
    }

    private void finish(TableName table) {
        var now = clock.instant();
        if (now.isBefore(nextTry.getOrDefault(table, Instant.MIN))) {
            return;
        }
        try {
            delivery.settleWithoutRefused(table);
        } catch (EngineUnavailable away) {
            LOG.debug("The engine cannot be given {} yet", table, away);
            nextTry.put(table, now.plus(properties.finishAfter()));
        }
    }

    /** Read before the first customer is served: until then the tables are those that come with Pupitre. */
    @Override
    public void start() {
        running = true;
        look(false);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the engine's workers. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
