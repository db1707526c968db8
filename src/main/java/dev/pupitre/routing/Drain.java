package dev.pupitre.routing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives away who waits beside its callers; calls that come meanwhile become one more round. */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Round round;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();

    /** One round. */
    @FunctionalInterface
    interface Round {
        void run() throws InterruptedException, ExecutionException;
    }

    Drain(Round round) {
        this.round = round;
    }

    void begin() {
        wanted.set(true);
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("queue-drain").start(this::runWhileWanted);
        }
    }

    private void runWhileWanted() {
        try {
            while (wanted.getAndSet(false)) {
                round.run();
            }
        } catch (RuntimeException | ExecutionException failure) {
            LOG.warn("The queue waits for the next drain: {}", failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
        if (wanted.get() && !Thread.currentThread().isInterrupted()) {
            begin();
        }
    }
}
