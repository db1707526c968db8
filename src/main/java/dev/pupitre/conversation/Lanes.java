package dev.pupitre.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work one at a time and in order within a key, and side by side between keys, each busy key on a virtual thread
 * of its own.
 *
 * <p>Work that fails is logged and left: whatever is submitted here is durable elsewhere and found again by the
 * {@link Sweeper}.
 */
final class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final String name;
    private final Semaphore places;
    private final Map<String, Queue<Runnable>> busy = new HashMap<>();

    Lanes(String name) {
        this(name, Integer.MAX_VALUE);
    }

    /** @param atOnce how many keys are worked on at the same time; others wait their turn */
    Lanes(String name, int atOnce) {
        this.name = name;
        this.places = new Semaphore(atOnce, true);
    }

    void submit(String key, Runnable work) {
        synchronized (busy) {
            var waiting = busy.get(key);
            if (waiting != null) {
                waiting.add(work);
                return;
            }
            busy.put(key, new ArrayDeque<>());
        }
        Thread.ofVirtual().name(name, 0).start(() -> drain(key, work));
    }

    /** Like {@link #submit}, unless the key has work already, which is then taken to be the same. */
    void submitIfIdle(String key, Runnable work) {
        synchronized (busy) {
            if (busy.containsKey(key)) {
                return;
            }
        }
        submit(key, work);
    }

    /** Waits until no key has work, or for so long. */
    void awaitIdle(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        synchronized (busy) {
            try {
                for (var left = patience.toMillis(); !busy.isEmpty() && left > 0; ) {
                    busy.wait(left);
                    left = (end - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void drain(String key, Runnable first) {
        for (var work = first; work != null; work = next(key)) {
            places.acquireUninterruptibly();
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warn("Work on {} for {} was put off: {}", name, key, failure.toString());
                LOG.debug("Its cause", failure);
            } catch (Error broken) {
                // The key must not stay busy for ever, or nothing of it would be worked on until a restart.
                LOG.error("Work on {} for {} broke off", name, key, broken);
            } finally {
                places.release();
            }
        }
    }

    private @Nullable Runnable next(String key) {
        synchronized (busy) {
            var waiting = busy.get(key);
            var work = waiting == null ? null : waiting.poll();
            if (work == null) {
                busy.remove(key);
                busy.notifyAll();
            }
            return work;
        }
    }
}
