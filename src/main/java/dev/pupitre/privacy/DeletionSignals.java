package dev.pupitre.privacy;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.privacy.DataDeletion.Signal;
import java.time.Clock;
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

    /** The engine has one process for a code at a time; kept, the message would start another after that one's end. */
    private static final Duration ONLY_NOW = Duration.ZERO;

    /** The one variable of both messages. */
    record Variables(String code) {}

    private final DeletionStore store;
    private final Engine engine;
    private final PrivacyProperties properties;
    private final Clock clock;
    private boolean indexed;

    DeletionSignals(DeletionStore store, Engine engine, PrivacyProperties properties, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.properties = properties;
        this.clock = clock;
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

    /** An engine may have lost its data, or kept a message for as long as it does; no wish may be lost with it. */
    @Scheduled(
            initialDelayString = "${pupitre.privacy.restart-interval:10m}",
            fixedDelayString = "${pupitre.privacy.restart-interval:10m}")
    void restartLost() {
        var before = clock.instant().minus(properties.restartAfter());
        store.untoldSince(before).stream()
                .flatMap(deletion -> store.again(deletion.code()).stream())
                .forEach(this::tell);
    }

    private void tell(DataDeletion deletion) {
        var signal = deletion.due();
        if (signal == null) {
            return;
        }
        try {
            engine.publish(new EngineMessage(
                    switch (signal) {
                        case START, AGAIN -> "data-deletion-requested";
                        case MATCHED -> "person-matched";
                    },
                    deletion.code(),
                    deletion.code() + ":" + signal,
                    signal == Signal.AGAIN ? ONLY_NOW : TIME_TO_LIVE,
                    new Variables(deletion.code())));
            store.told(deletion.code(), signal, clock.instant());
        } catch (EngineUnavailable | DataAccessException later) {
            LOG.info("The process of a deletion is told later: {}", later.toString());
        }
    }
}
