package dev.pupitre.privacy;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells a deletion's process what is stored, at once if the engine takes it and else as soon as it does. */
@Component
class DeletionSignals {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionSignals.class);
    private static final Duration TIME_TO_LIVE = Duration.ofHours(1);

    /** The one variable of both messages. */
    record Variables(String code) {}

    private final DeletionStore store;
    private final Engine engine;
    private boolean indexed;

    DeletionSignals(DeletionStore store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Soon, and beside the caller: an answer waits for no engine. */
    void handOn(DataDeletion deletion) {
        Thread.ofVirtual().name("deletion-signal").start(() -> tell(deletion));
    }

    @Scheduled(fixedDelayString = "${pupitre.privacy.sweep-interval:5s}")
    void sweep() {
        if (!indexed) {
            store.declareIndexes();
            indexed = true;
        }
        store.withSignalDue().forEach(this::tell);
    }

    private void tell(DataDeletion deletion) {
        var signal = deletion.due();
        if (signal == null) {
            return;
        }
        try {
            engine.publish(new EngineMessage(
                    switch (signal) {
                        case START -> "data-deletion-requested";
                        case MATCHED -> "person-matched";
                    },
                    deletion.code(),
                    deletion.code() + ":" + signal,
                    TIME_TO_LIVE,
                    new Variables(deletion.code())));
            store.told(deletion.code(), signal);
        } catch (EngineUnavailable | DataAccessException later) {
            LOG.info("The process of a deletion is told later: {}", later.toString());
        }
    }
}
